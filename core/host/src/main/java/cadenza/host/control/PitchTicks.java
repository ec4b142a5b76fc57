package cadenza.host.control;

import cadenza.api.document.Note;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** When each pitch is struck. One thread. */
final class PitchTicks {
    private final Map<Integer, NavigableSet<Long>> ticks = new HashMap<>();

    PitchTicks(List<Note> notes) {
        notes.forEach(this::add);
    }

    void add(Note note) {
        ticks.computeIfAbsent(note.pitch(), pitch -> new TreeSet<>()).add(note.tick());
    }

    /** Whether a pitch is struck at a tick, or so many ticks before or after it. */
    boolean has(int pitch, long tick, long tolerance) {
        NavigableSet<Long> struck = ticks.get(pitch);
        Long next = struck == null ? null : struck.ceiling(tick - tolerance);
        return next != null && next <= tick + tolerance;
    }
}
