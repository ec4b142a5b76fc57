package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.host.FakeLetters;
import cadenza.host.FakeModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelSamplingTest {
    private static final FakeLetters LETTERS = FakeLetters.of("a", "b");
    private static final FakeModel MODEL = FakeModel.constant(LETTERS, 0, 1, 2);
    private static final int[] NO_PRIME = {};

    private static List<TokenRecorder> run(FakeModel model, int generations, int threads, AtomicInteger calls) {
        List<TokenRecorder> recorders =
                Stream.generate(TokenRecorder::new).limit(generations).toList();
        new ParallelSampling(model, threads, work -> {
                    calls.incrementAndGet();
                    work.run();
                })
                .run(recorders.stream().map(ParallelSamplingTest::generation).toList(), NO_PRIME);
        return recorders;
    }

    private static Generation generation(TokenRecorder recorder) {
        Sampler greedy = new Sampler(new SamplerSettings(0, 0, 1), new Xoshiro256(1), 3);
        return new Generation(LETTERS, greedy, new CharacterLimit(4), recorder);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 4, 1", "5, 1, 1", "5, 2, 2", "5, 9, 5"})
    void eachThreadIsOneCallAndEveryGenerationRunsToItsEnd(int generations, int threads, int expected) {
        AtomicInteger calls = new AtomicInteger();

        assertThat(run(MODEL, generations, threads, calls))
                .hasSize(generations)
                .allSatisfy(recorder -> assertThat(recorder.tokens()).containsExactly(2, 2, 2, 2));
        assertThat(calls).hasValue(expected);
    }

    @Test
    void aFaultInOneThreadIsTheFaultOfAll() {
        FakeModel silent = new FakeModel(LETTERS, step -> null);

        assertThatThrownBy(() -> run(silent, 4, 2, new AtomicInteger())).isInstanceOf(PredictionException.class);
    }
}
