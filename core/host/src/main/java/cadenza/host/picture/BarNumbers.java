package cadenza.host.picture;

import cadenza.api.document.Score;
import cadenza.host.music.Bar;
import cadenza.host.picture.Canvas.Anchor;
import cadenza.host.picture.Canvas.Font;

/** Bar lines, beat lines, and above them the numbers of the bars and the meters where they change. */
final class BarNumbers {
    static final double HEIGHT = 15;

    private static final Font NUMBER = new Font(10, false);
    private static final Font METER = new Font(10, true);
    private static final double ROOM_FOR_A_NUMBER = 26;
    private static final double ROOM_FOR_A_BEAT = 12;

    private final boolean meterChanges;

    BarNumbers(Score score) {
        meterChanges = score.meters().size() > 1;
    }

    /** Draws the numbers. @param top of their room, {@link #HEIGHT} above the strips */
    void paintNumbers(Canvas canvas, RollSystem system, double top) {
        double freeFrom = system.left();
        for (int i = 0; i < system.bars().size(); i++) {
            Bar bar = system.bars().get(i);
            double x = system.x(bar.from());
            boolean change = meterChanges
                    && (i == 0 || !bar.meter().equals(system.bars().get(i - 1).meter()));
            if (x >= freeFrom) {
                String number = String.valueOf(system.firstNumber() + i);
                canvas.text(number, x + 1, top + HEIGHT - 4, Anchor.START, NUMBER, Palette.PALE_INK);
                freeFrom = x + Math.max(ROOM_FOR_A_NUMBER, NUMBER.width(number) + 6);
                if (change) {
                    String meter = bar.meter().toString();
                    double meterX = x + NUMBER.width(number) + 5;
                    canvas.text(meter, meterX, top + HEIGHT - 4, Anchor.START, METER, Palette.INK);
                    freeFrom = meterX + METER.width(meter) + 6;
                }
            }
        }
    }

    /** Draws the lines through a strip. */
    void paintLines(Canvas canvas, RollSystem system, double top, double height) {
        for (Bar bar : system.bars()) {
            int beat = bar.meter().ticksPerBeat();
            if (beat * system.pixelsPerTick() >= ROOM_FOR_A_BEAT) {
                for (long tick = bar.from() + beat; tick < bar.until(); tick += beat) {
                    canvas.rectangle(system.x(tick) - 0.5, top, 1, height, Palette.BEAT_LINE);
                }
            }
        }
        for (Bar bar : system.bars()) {
            canvas.rectangle(system.x(bar.from()) - 0.5, top, 1, height, Palette.BAR_LINE);
        }
        canvas.rectangle(system.x(system.until()) - 0.5, top, 1, height, Palette.BAR_LINE);
        canvas.rectangle(system.left(), top - 0.5, system.width(), 1, Palette.BAR_LINE);
        canvas.rectangle(system.left(), top + height - 0.5, system.width(), 1, Palette.BAR_LINE);
    }
}
