package cadenza.host.music;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.music.TimeAxis.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws scores as small piano rolls in plain text: time from left to right with a line at each bar, pitch from bottom to
 * top, in at most {@value #MOST_ROWS} rows. A line below says what a column and a row stand for, and another which bars
 * are shown where the piece is too long to be shown whole.
 *
 * <p>All tracks share the drawing; percussion is left out unless there is nothing else. Immutable.
 */
public final class PianoRoll {
    /** The most rows of pitches; the bar numbers and the lines below them come in addition. */
    public static final int MOST_ROWS = 24;

    /** The narrowest drawing, in columns. */
    public static final int LEAST_COLUMNS = 40;

    /** The widest drawing, in columns. */
    public static final int MOST_COLUMNS = 10_000;

    private static final int LABEL_COLUMNS = 4;

    private final boolean ascii;

    /** @param ascii whether to do without block characters, for terminals that cannot show them */
    public PianoRoll(boolean ascii) {
        this.ascii = ascii;
    }

    /**
     * Draws a score.
     *
     * @param columns the widest that a line may be, {@value #LEAST_COLUMNS} to {@value #MOST_COLUMNS}
     * @return lines without trailing blanks, each ended by a line feed
     * @throws IllegalArgumentException if there are too few or too many columns
     */
    public String draw(Score score, int columns) {
        if (columns < LEAST_COLUMNS) {
            throw new IllegalArgumentException(columns + " columns are less than " + LEAST_COLUMNS);
        }
        if (columns > MOST_COLUMNS) {
            throw new IllegalArgumentException(columns + " columns are more than " + MOST_COLUMNS);
        }
        List<Note> notes = notes(score);
        if (notes.isEmpty()) {
            return "(no notes)\n";
        }
        TimeAxis time = TimeAxis.fit(score, columns - LABEL_COLUMNS);
        PitchAxis pitches = PitchAxis.fit(notes, MOST_ROWS, !ascii);
        RollCells cells = RollCells.of(notes, time.columns(), pitches);

        StringBuilder drawing = new StringBuilder();
        appendLine(drawing, barNumbers(time.columns()));
        for (int row = 0; row < pitches.rows(); row++) {
            StringBuilder line = new StringBuilder(pitches.label(row));
            line.append(" ".repeat(LABEL_COLUMNS - line.length()));
            for (int column = 0; column < time.columns().size(); column++) {
                boolean barLine = time.columns().get(column).barLine();
                line.append(symbol(cells, row * pitches.cellsPerRow(), pitches.cellsPerRow(), column, barLine));
            }
            appendLine(drawing, line);
        }
        appendLine(drawing, legend(time, pitches));
        if (time.barsShown() < time.bars()) {
            appendLine(drawing, barsShown(time));
        }
        return drawing.toString();
    }

    private static List<Note> notes(Score score) {
        List<Note> pitched = new ArrayList<>();
        List<Note> percussion = new ArrayList<>();
        for (Track track : score.tracks()) {
            (track.percussion() ? percussion : pitched).addAll(track.notes());
        }
        return pitched.isEmpty() ? percussion : pitched;
    }

    private char symbol(RollCells cells, int upper, int cellsPerRow, int column, boolean barLine) {
        boolean above = cells.sounds(upper, column);
        boolean below = cells.sounds(upper + cellsPerRow - 1, column);
        if (!above && !below) {
            return !barLine ? ' ' : ascii ? '|' : '│';
        }
        if (ascii) {
            return cells.starts(upper, column) ? 'o' : '-';
        }
        return !above ? '▄' : !below ? '▀' : '█';
    }

    /** Each number above its bar line, where the one before leaves room. */
    private static StringBuilder barNumbers(List<Column> columns) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns.size(); column++) {
            int bar = columns.get(column).bar();
            int start = LABEL_COLUMNS + column;
            boolean fits = String.valueOf(bar).length() <= columns.size() - column;
            if (bar > 0 && fits && (line.isEmpty() || line.length() < start)) {
                line.append(" ".repeat(start - line.length())).append(bar);
            }
        }
        return line;
    }

    private static StringBuilder legend(TimeAxis time, PitchAxis pitches) {
        String length =
                switch (time.ticksPerColumn()) {
                    case 60 -> "1/32";
                    case 120 -> "1/16";
                    case 240 -> "1/8";
                    default -> "1/4";
                };
        StringBuilder line = new StringBuilder(" ".repeat(LABEL_COLUMNS) + "a column is " + length);
        if (pitches.pitchesPerRow() > 1) {
            line.append(", a row ").append(pitches.pitchesPerRow()).append(" semitones");
        }
        return line;
    }

    private static StringBuilder barsShown(TimeAxis time) {
        String shown = time.barsShown() == 1 ? "bar 1" : "bars 1 to " + time.barsShown();
        return new StringBuilder(" ".repeat(LABEL_COLUMNS) + shown + " of " + time.bars());
    }

    private static void appendLine(StringBuilder drawing, StringBuilder line) {
        drawing.append(line.toString().stripTrailing()).append('\n');
    }
}
