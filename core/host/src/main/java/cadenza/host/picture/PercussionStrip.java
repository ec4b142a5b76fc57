package cadenza.host.picture;

import cadenza.host.music.GeneralMidi;
import cadenza.host.picture.Canvas.Anchor;
import cadenza.host.picture.Canvas.Font;
import java.util.List;

/** A row a percussion instrument, with its name at the left; a stroke is a mark at its onset. */
final class PercussionStrip implements Strip {
    private static final Font LABEL = new Font(9, false);
    private static final double LABEL_WIDTH = 98;
    private static final double ROW_HEIGHT = 11;
    private static final double WIDEST_MARK = 7;
    private static final double NARROWEST_MARK = 2;
    private static final int MARK_TICKS = 70;

    private final List<ColouredNote> notes;
    private final List<Integer> pitches; // lowest first

    /** @param notes one or more */
    PercussionStrip(List<ColouredNote> notes) {
        this.notes = notes;
        this.pitches = notes.stream()
                .map(note -> note.note().pitch())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public double height() {
        return pitches.size() * ROW_HEIGHT;
    }

    @Override
    public double labelWidth() {
        return LABEL_WIDTH;
    }

    private double rowTop(int row, double top) {
        return top + (pitches.size() - 1 - row) * ROW_HEIGHT;
    }

    @Override
    public void paintRows(Canvas canvas, RollSystem system, double top) {
        for (int row = 0; row < pitches.size(); row++) {
            double y = rowTop(row, top);
            if (row % 2 == 1) {
                canvas.rectangle(system.left(), y, system.width(), ROW_HEIGHT, Palette.BLACK_KEY_ROW);
            }
            int pitch = pitches.get(row);
            String name = GeneralMidi.percussion(pitch).orElse("key " + pitch);
            canvas.text(name, system.left() - 5, y + ROW_HEIGHT - 2.5, Anchor.END, LABEL, Palette.PALE_INK);
        }
    }

    @Override
    public void paintNotes(Canvas canvas, RollSystem system, double top) {
        double width = Math.max(NARROWEST_MARK, Math.min(WIDEST_MARK, MARK_TICKS * system.pixelsPerTick()));
        for (ColouredNote coloured : notes) {
            long tick = coloured.note().tick();
            if (tick >= system.from() && tick < system.until()) {
                double y = rowTop(pitches.indexOf(coloured.note().pitch()), top) + 1.5;
                canvas.rectangle(system.x(tick) + 0.5, y, width, ROW_HEIGHT - 3, coloured.shade());
            }
        }
    }
}
