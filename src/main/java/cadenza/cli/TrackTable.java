package cadenza.cli;

import cadenza.host.inspection.TrackFacts;
import cadenza.host.music.GeneralMidi;
import cadenza.host.music.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** The tracks of a file, a line each. */
final class TrackTable {
    private static final List<String> HEADINGS =
            List.of("track", "name", "channel", "program", "notes", "range", "velocity", "at once");
    private static final List<Boolean> NUMBERS = List.of(true, false, true, false, true, false, false, true);
    private static final int LONGEST_NAME = 24;

    private final List<List<String>> rows = new ArrayList<>();

    TrackTable(List<TrackFacts> tracks) {
        rows.add(HEADINGS);
        for (int i = 0; i < tracks.size(); i++) {
            TrackFacts facts = tracks.get(i);
            boolean percussion = facts.track().percussion();
            int instruments = facts.strokes().size();
            String name = PrintableText.of(facts.track().name(), LONGEST_NAME);
            rows.add(List.of(
                    String.valueOf(i + 1),
                    name.isEmpty() ? "-" : name,
                    String.valueOf(facts.track().channel() + 1),
                    percussion ? "Percussion" : GeneralMidi.name(facts.track().program()),
                    String.valueOf(facts.track().notes().size()),
                    percussion
                            ? instruments + (instruments == 1 ? " instrument" : " instruments")
                            : facts.range().toString(),
                    facts.softest() == facts.loudest()
                            ? String.valueOf(facts.softest())
                            : facts.softest() + " to " + facts.loudest() + ", mean " + Math.round(facts.meanVelocity()),
                    String.valueOf(facts.polyphony())));
        }
    }

    /** Lines without trailing blanks, each ended by a line feed. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String blanks = " ".repeat(width(column) - length(cell));
                line.append("  ").append(NUMBERS.get(column) ? blanks + cell : cell + blanks);
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
