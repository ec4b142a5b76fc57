package cadenza.bench;

import cadenza.api.benchmark.Contestant;
import cadenza.api.benchmark.NetworkSize;
import java.util.List;

/** Training, each beside the others: forward, backward, clipping by norm, Adam. */
final class TrainingBenchmark {
    private static final int LANES = 64;
    private static final int STEPS = 64;

    private final List<Contestant> contestants;
    private final AlternatingWindows windows;

    /** @param contestants the one to be compared with all others first */
    TrainingBenchmark(List<Contestant> contestants, AlternatingWindows windows) {
        this.contestants = contestants;
        this.windows = windows;
    }

    Comparison measure(NetworkSize size, int threads) {
        try (Entrants entrants =
                new Entrants(contestants, contestant -> contestant.training(size, LANES, STEPS, threads))) {
            return new Comparison(size, LANES, threads, windows.compare(entrants.all()));
        }
    }
}
