package cadenza.music.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tempos as a coding names them: whole quarters a minute, each about 4 % above the one before, so that a tempo is off by
 * 2 % or, where whole numbers are coarse, at most 3 %.
 */
public final class TempoBins {
    private static final double RATIO = 1.04;
    private static final List<Integer> ALL = bins();

    private TempoBins() {}

    private static List<Integer> bins() {
        List<Integer> bins = new ArrayList<>();
        int last = 0;
        for (double tempo = 20; tempo <= 400; tempo *= RATIO) {
            int rounded = (int) Math.round(tempo);
            if (rounded > last) {
                bins.add(rounded);
                last = rounded;
            }
        }
        return List.copyOf(bins);
    }

    /** Whether a tempo is one of them. */
    public static boolean contains(int tempo) {
        return ALL.contains(tempo);
    }

    /** Those from the one nearest to the slowest to the one nearest to the fastest tempo. */
    public static List<Integer> between(double slowest, double fastest) {
        int from = ALL.indexOf(nearest(slowest, ALL));
        int to = ALL.indexOf(nearest(fastest, ALL));
        return ALL.subList(from, to + 1);
    }

    /** The one of these that is nearest by ratio. @param bins ascending, at least one */
    public static int nearest(double tempo, List<Integer> bins) {
        int index = IntStream.range(0, bins.size() - 1)
                .filter(i -> tempo * tempo < (double) bins.get(i) * bins.get(i + 1))
                .findFirst()
                .orElse(bins.size() - 1);
        return bins.get(index);
    }
}
