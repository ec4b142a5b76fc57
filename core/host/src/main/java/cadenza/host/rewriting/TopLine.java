package cadenza.host.rewriting;

import java.util.ArrayList;
import java.util.List;

/**
 * The highest notes as a single line: of those that begin together the highest, and none that begins under a note that
 * still sounds for a step or more.
 *
 * @param leftOut how many notes lie below
 */
record TopLine(List<GridNote> notes, int leftOut) {
    static TopLine of(GridNotes all, int step) {
        List<GridNote> line = new ArrayList<>();
        for (List<GridNote> chord : all.chords()) {
            GridNote highest = chord.get(0);
            int last = line.size() - 1;
            if (last >= 0) {
                GridNote before = line.get(last);
                if (before.soundsInto(highest, step) && highest.pitch() < before.pitch()) {
                    continue;
                }
                line.set(last, before.until(highest.from()));
            }
            line.add(highest);
        }
        return new TopLine(line, all.notes().size() - line.size());
    }
}
