package cadenza.bench;

import cadenza.api.Effect;
import cadenza.api.Model;
import cadenza.api.benchmark.Contestant;
import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.UntrainedModels;
import cadenza.api.benchmark.Workload;
import cadenza.host.sampling.Generation;
import cadenza.host.sampling.ParallelSampling;
import cadenza.host.sampling.Sampler;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.sampling.Xoshiro256;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Cadenza, as {@code cadenza write} samples: grammar, limit, temperature, top-k and top-p. */
final class CadenzaSampling implements Contestant {
    private static final SamplerSettings SETTINGS = new SamplerSettings(0.9, 40, 0.95);
    private static final int[] NO_PRIME = {};

    private final UntrainedModels models;

    CadenzaSampling(UntrainedModels models) {
        this.models = models;
    }

    @Override
    public String name() {
        return Bench.CADENZA;
    }

    @Override
    public Optional<Workload> sampling(NetworkSize size, int lanes, int threads) {
        return Optional.of(new Generations(models.model(size, 1), lanes, threads));
    }

    /** New generations at each run, none of which ends before its time is up. */
    private static final class Generations implements Workload {
        private final Model model;
        private final int lanes;
        private final ParallelSampling sampling;
        private long seed;

        Generations(Model model, int lanes, int threads) {
            this.model = model;
            this.lanes = lanes;
            sampling = new ParallelSampling(model, threads, Thread::new);
        }

        @Override
        public long run(Duration about) {
            List<Count> counts = Stream.generate(Count::new).limit(lanes).toList();
            sampling.run(counts.stream().map(count -> generation(about, count)).toList(), NO_PRIME);
            return counts.stream().mapToLong(count -> count.tokens).sum();
        }

        private Generation generation(Duration about, Count count) {
            Xoshiro256 random = new Xoshiro256(seed++);
            Sampler sampler = new Sampler(SETTINGS, random, model.codec().vocabulary());
            return new Generation(model.codec(), sampler, new TimeLimit(about), count);
        }

        @Override
        public void close() {
            model.close();
        }
    }

    /** Counts the tokens of one generation. */
    private static final class Count implements Generation.Listener {
        private long tokens;

        @Override
        public void chosen(int token, Effect effect) {
            tokens++;
        }
    }
}
