package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.host.FakeLetters;
import cadenza.host.FakeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ParallelSamplingTest {
    private static final FakeModel MODEL = FakeModel.undecided(FakeLetters.of("a", "b", "c"));

    private static Generation generation(long seed, long characters, Generation.Listener listener) {
        int size = MODEL.codec().vocabulary().size();
        Sampler sampler = new Sampler(SamplerSettings.PLAIN, new Xoshiro256(seed), size);
        return new Generation(MODEL.codec(), sampler, new CharacterLimit(characters), listener);
    }

    private static List<int[]> sampled(int threads, int count) {
        List<TokenRecorder> recorders = new ArrayList<>();
        List<Generation> generations = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            recorders.add(new TokenRecorder());
            generations.add(generation(seed, 20 + seed, recorders.get(seed)));
        }
        new ParallelSampling(MODEL, threads, Thread::new).run(generations, new int[0]);
        return recorders.stream().map(TokenRecorder::tokens).toList();
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        List<int[]> alone = sampled(1, 7);
        for (int threads : new int[] {2, 3, 7, 16}) {
            List<int[]> several = sampled(threads, 7);
            for (int seed = 0; seed < 7; seed++) {
                assertThat(several.get(seed)).isEqualTo(alone.get(seed)).hasSize(20 + seed);
            }
        }
    }

    @Test
    @Timeout(60)
    void aFaultInOneThreadStopsTheOthersBeforeItIsTold() {
        AtomicLong chosen = new AtomicLong();
        Generation failing = generation(1, 10, (token, effect) -> {
            throw new IllegalArgumentException("no more");
        });
        Generation endless = generation(2, Long.MAX_VALUE, (token, effect) -> chosen.incrementAndGet());
        ParallelSampling sampling = new ParallelSampling(MODEL, 2, Thread::new);
        assertThatThrownBy(() -> sampling.run(List.of(endless, failing), new int[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no more");
        long then = chosen.get();
        Thread.yield();
        assertThat(chosen.get()).isEqualTo(then);
    }
}
