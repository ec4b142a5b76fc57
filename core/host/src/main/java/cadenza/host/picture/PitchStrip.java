package cadenza.host.picture;

import cadenza.api.document.Note;
import cadenza.host.music.PitchName;
import cadenza.host.picture.Canvas.Anchor;
import cadenza.host.picture.Canvas.Font;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;

/** A row a pitch, with a keyboard at the left. */
final class PitchStrip implements Strip {
    private static final Font LABEL = new Font(10, false);
    private static final double LABEL_WIDTH = 26;
    private static final double KEYBOARD_WIDTH = 20;
    private static final double GAP_BETWEEN_NOTES = 1;
    private static final double SHORTEST_NOTE = 1.5;

    private final List<Placed> notes = new ArrayList<>();
    private final int lowest;
    private final int highest;
    private final double rowHeight;

    /** A note; {@code doubles} if it begins while another track sounds its pitch, and must leave that to be seen. */
    private record Placed(ColouredNote note, boolean doubles) {}

    /** @param notes one or more, track by track */
    PitchStrip(List<ColouredNote> notes) {
        long[] soundsUntil = new long[128]; // by pitch
        List<ColouredNote> inOrder = new ArrayList<>(notes);
        inOrder.sort(Comparator.comparingLong(coloured -> coloured.note().tick())); // of one tick, track by track
        for (ColouredNote coloured : inOrder) {
            int pitch = coloured.note().pitch();
            this.notes.add(new Placed(coloured, coloured.note().tick() < soundsUntil[pitch]));
            soundsUntil[pitch] = Math.max(soundsUntil[pitch], coloured.note().end());
        }
        IntSummaryStatistics pitches =
                notes.stream().mapToInt(note -> note.note().pitch()).summaryStatistics();
        lowest = Math.max(0, pitches.getMin() - 2);
        highest = Math.min(127, pitches.getMax() + 2);
        int rows = highest - lowest + 1;
        rowHeight = rows <= 36 ? 8 : rows <= 48 ? 7 : rows <= 64 ? 5 : 4;
    }

    @Override
    public double height() {
        return (highest - lowest + 1) * rowHeight;
    }

    @Override
    public double labelWidth() {
        return LABEL_WIDTH + KEYBOARD_WIDTH;
    }

    private double rowTop(int pitch, double top) {
        return top + (highest - pitch) * rowHeight;
    }

    private static boolean isBlack(int pitch) {
        return switch (pitch % 12) {
            case 1, 3, 6, 8, 10 -> true;
            default -> false;
        };
    }

    @Override
    public void paintRows(Canvas canvas, RollSystem system, double top) {
        double keyboard = system.left() - KEYBOARD_WIDTH;
        canvas.rectangle(keyboard, top, KEYBOARD_WIDTH, height(), Palette.PAPER);
        for (int pitch = lowest; pitch <= highest; pitch++) {
            double y = rowTop(pitch, top);
            if (isBlack(pitch)) {
                canvas.rectangle(system.left(), y, system.width(), rowHeight, Palette.BLACK_KEY_ROW);
                canvas.rectangle(keyboard, y, KEYBOARD_WIDTH * 0.62, rowHeight, Palette.BLACK_KEY);
            }
            boolean whiteBelow = pitch > lowest && !isBlack(pitch) && !isBlack(pitch - 1);
            if (whiteBelow) {
                double bottom = y + rowHeight - 0.5;
                canvas.rectangle(keyboard, bottom, KEYBOARD_WIDTH, 1, Palette.OCTAVE_LINE);
                if (pitch % 12 == 0) {
                    canvas.rectangle(system.left(), bottom, system.width(), 1, Palette.OCTAVE_LINE);
                }
            }
            if (pitch % 12 == 0) {
                double baseline = y + rowHeight / 2 + 3.5;
                canvas.text(PitchName.of(pitch), keyboard - 4, baseline, Anchor.END, LABEL, Palette.PALE_INK);
            }
        }
        canvas.rectangle(keyboard, top, 1, height(), Palette.BAR_LINE);
        canvas.rectangle(keyboard, top - 0.5, KEYBOARD_WIDTH, 1, Palette.BAR_LINE);
        canvas.rectangle(keyboard, top + height() - 0.5, KEYBOARD_WIDTH, 1, Palette.BAR_LINE);
    }

    @Override
    public void paintNotes(Canvas canvas, RollSystem system, double top) {
        for (Placed placed : notes) {
            ColouredNote coloured = placed.note;
            if (coloured.isIn(system)) {
                Note note = coloured.note();
                double left = system.x(Math.max(note.tick(), system.from()));
                double right = system.x(Math.min(note.end(), system.until()));
                double width = Math.max(SHORTEST_NOTE, right - left - GAP_BETWEEN_NOTES);
                double height = placed.doubles ? rowHeight / 2 - 0.5 : rowHeight - 1;
                double bottom = rowTop(note.pitch(), top) + rowHeight - 0.5;
                canvas.rectangle(left + 0.5, bottom - height, width, height, coloured.shade());
            }
        }
    }
}
