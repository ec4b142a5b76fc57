package cadenza.host.picture;

import cadenza.api.document.Score;
import cadenza.host.music.Bar;
import cadenza.host.music.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * How the bars of a score are parted into systems, and how large the picture becomes. Lengths are pixels.
 *
 * @param left where systems begin, right of the labels
 * @param systemHeight of the strips of a system and the numbers above it
 * @param bars how many the score has
 * @param silentBars how many of them, at the end, are without a note
 */
record PictureLayout(
        List<RollSystem> systems, double left, double systemHeight, int width, long bars, long silentBars) {
    static final double MARGIN = 16;
    static final double GAP_BETWEEN_SYSTEMS = 14;

    private static final double WIDEST = 1400;
    private static final double NARROWEST = 640;
    private static final double COMFORTABLE_HEIGHT = 2000;
    private static final double GREATEST_HEIGHT = 10_000;
    private static final int MOST_BARS = 100_000;

    /** Pixels a quarter, widest first: at 32 a sixteenth is 8 wide, at 8 it is 2. */
    private static final int[] SCALES = {128, 96, 64, 48, 40, 32, 24, 18, 14, 10, 8};

    private static final int LEAST_SCALE_OF_ONE_SYSTEM = 24;

    /**
     * Finds the widest scale at which all fits into one system, else into a comfortable height. Silence after the last note
     * is left out.
     *
     * @param score one note or more
     */
    static PictureLayout of(Score score, double labelWidth, double stripsHeight) {
        double left = MARGIN + labelWidth;
        double systemHeight = BarNumbers.HEIGHT + stripsHeight;
        Bars bars = new Bars(score);
        long silent = bars.silentAtTheEnd();
        List<Bar> first = bars.first((int) Math.min(MOST_BARS, bars.count() - silent));
        List<RollSystem> systems = List.of();
        for (int scale : SCALES) {
            systems = systems(first, left, (double) scale / Score.TICKS_PER_QUARTER);
            boolean one = systems.size() == 1 && scale >= LEAST_SCALE_OF_ONE_SYSTEM;
            if (one
                    || scale <= LEAST_SCALE_OF_ONE_SYSTEM
                            && height(systems.size(), systemHeight) <= COMFORTABLE_HEIGHT) {
                break;
            }
        }
        int most = (int) Math.max(1, GREATEST_HEIGHT / (systemHeight + GAP_BETWEEN_SYSTEMS));
        List<RollSystem> shown = List.copyOf(systems.subList(0, Math.min(most, systems.size())));
        double right = shown.stream()
                .mapToDouble(system -> system.x(system.until()))
                .max()
                .orElse(left);
        int width = (int) Math.ceil(Math.max(NARROWEST, right + MARGIN));
        return new PictureLayout(shown, left, systemHeight, width, bars.count(), silent);
    }

    private static List<RollSystem> systems(List<Bar> bars, double left, double pixelsPerTick) {
        double room = WIDEST - MARGIN - left;
        List<RollSystem> systems = new ArrayList<>();
        int from = 0;
        while (from < bars.size()) {
            long start = bars.get(from).from();
            int until = from + 1;
            while (until < bars.size() && (bars.get(until).until() - start) * pixelsPerTick <= room) {
                until++;
            }
            // A bar wider than a whole line, such as one of 64/1, is drawn narrower.
            double fitting = Math.min(pixelsPerTick, room / (bars.get(until - 1).until() - start));
            systems.add(new RollSystem(bars.subList(from, until), from + 1, left, fitting));
            from = until;
        }
        return systems;
    }

    private static double height(int systems, double systemHeight) {
        return systems * (systemHeight + GAP_BETWEEN_SYSTEMS);
    }

    /** Of all systems together. */
    double systemsHeight() {
        return height(systems.size(), systemHeight);
    }

    /** How many bars are drawn, from the first. */
    long barsShown() {
        RollSystem last = systems.get(systems.size() - 1);
        return last.firstNumber() - 1 + last.bars().size();
    }
}
