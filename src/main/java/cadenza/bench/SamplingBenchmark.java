package cadenza.bench;

import cadenza.api.benchmark.Contestant;
import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.UntrainedModels;
import java.util.List;

/** Sampling, each beside the others; one generation also beside the bound that the reading of the weights sets it. */
final class SamplingBenchmark {
    private final List<Contestant> contestants;
    private final UntrainedModels models;
    private final AlternatingWindows windows;

    /** @param contestants the one to be compared with all others first */
    SamplingBenchmark(List<Contestant> contestants, UntrainedModels models, AlternatingWindows windows) {
        this.contestants = contestants;
        this.models = models;
        this.windows = windows;
    }

    /** @param lanes generations side by side, 1 or more */
    Comparison measure(NetworkSize size, int lanes, int threads) {
        try (Entrants entrants = new Entrants(contestants, contestant -> contestant.sampling(size, lanes, threads))) {
            if (lanes == 1) {
                entrants.add(
                        Bench.READING, new ReadBandwidth(models.model(size, 1).contents()));
            }
            return new Comparison(size, lanes, threads, windows.compare(entrants.all()));
        }
    }
}
