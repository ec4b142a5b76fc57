package cadenza.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Compares workloads on cores that are shared with strangers, whose speed drifts by 15 % and halves at times: all take
 * turns, one window each, round after round, and the ratio of two is the median of the rounds' ratios. The first rounds
 * only warm up, for the JIT compilers' sake; a round that begins or ends while the cores are not all there is dropped,
 * and another one made for it, up to twice the number asked for. For one thread.
 */
public final class AlternatingWindows {
    private static final int WARM_UP = 2;
    private static final double SECOND = 1e9;

    private final Duration window;
    private final int rounds;
    private final BooleanSupplier quiet;
    private final LongSupplier clock;

    /**
     * @param window of one workload in one round
     * @param rounds to be kept, 1 or more
     * @param quiet whether all cores are there, now
     * @param clock nanoseconds that pass, as of {@link System#nanoTime}
     */
    public AlternatingWindows(Duration window, int rounds, BooleanSupplier quiet, LongSupplier clock) {
        this.window = window;
        this.rounds = rounds;
        this.quiet = quiet;
        this.clock = clock;
    }

    /**
     * Compares. Where no round was quiet, all of them count: a rough figure says more than none.
     *
     * @param entrants at least one; the ratios are those of the first to each
     */
    public Outcome compare(List<Entrant> entrants) {
        for (int round = 0; round < WARM_UP; round++) {
            round(entrants);
        }
        List<double[]> kept = new ArrayList<>();
        List<double[]> dropped = new ArrayList<>();
        boolean before = quiet.getAsBoolean();
        while (kept.size() < rounds && kept.size() + dropped.size() < 2 * rounds) {
            double[] rates = round(entrants);
            boolean after = quiet.getAsBoolean();
            (before && after ? kept : dropped).add(rates);
            before = after;
        }
        return new Outcome(rates(entrants, kept.isEmpty() ? dropped : kept), kept.size(), dropped.size());
    }

    /** The rate of each, tokens a second. */
    private double[] round(List<Entrant> entrants) {
        double[] rates = new double[entrants.size()];
        for (int i = 0; i < rates.length; i++) {
            long began = clock.getAsLong();
            long tokens = entrants.get(i).workload().run(window);
            rates[i] = tokens * SECOND / (clock.getAsLong() - began);
        }
        return rates;
    }

    private static List<Rate> rates(List<Entrant> entrants, List<double[]> rounds) {
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < entrants.size(); i++) {
            int entrant = i;
            rates.add(new Rate(
                    entrants.get(i).name(),
                    Median.of(rounds.stream().mapToDouble(round -> round[entrant])),
                    Median.of(rounds.stream().mapToDouble(round -> round[0] / round[entrant]))));
        }
        return rates;
    }

    /**
     * What came out.
     *
     * @param rates one an entrant, in their order
     * @param kept number of quiet rounds; 0 if there was none, and the figures are of all rounds
     * @param dropped number of rounds in which the cores were not all there
     */
    public record Outcome(List<Rate> rates, int kept, int dropped) {}
}
