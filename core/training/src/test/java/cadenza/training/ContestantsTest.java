package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.benchmark.Contestant;
import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who take part in a benchmark of training. */
class ContestantsTest {
    private static final NetworkSize LSTM = new NetworkSize("lstm", 2, 6, 9);
    private static final NetworkSize GRU = new NetworkSize("gru", 2, 6, 9);
    private static final int LANES = 3;
    private static final int STEPS = 4;

    private final Map<String, Contestant> contestants = ServiceLoader.load(Contestant.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(Contestant::name, Function.identity()));

    private Optional<Workload> training(String name, NetworkSize size) {
        return contestants.get(name).training(size, LANES, STEPS, 2);
    }

    @Test
    void theyAreFoundAsServices() {
        assertThat(contestants).containsOnlyKeys("cadenza", "deeplearning4j");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cadenza", "deeplearning4j"})
    void theyTrainWholeWindowsAgainAndAgain(String name) {
        try (Workload training = training(name, LSTM).orElseThrow()) {
            assertThat(training.run(Duration.ZERO)).isEqualTo(LANES * STEPS);
            // More windows than a sequence has: it begins again.
            for (int window = 0; window < 40; window++) {
                assertThat(training.run(Duration.ZERO)).isEqualTo(LANES * STEPS);
            }
        }
    }

    @Test
    void deeplearning4jHasNoGru() {
        assertThat(training("deeplearning4j", GRU)).isEmpty();
        assertThat(contestants.get("deeplearning4j").sampling(GRU, 1, 1)).isEmpty();
        training("cadenza", GRU).orElseThrow().close();
    }

    @Test
    void deeplearning4jSamplesOneGeneration() {
        Contestant deeplearning4j = contestants.get("deeplearning4j");
        try (Workload sampling = deeplearning4j.sampling(LSTM, 1, 1).orElseThrow()) {
            assertThat(sampling.run(Duration.ZERO)).isEqualTo(1);
            assertThat(sampling.run(Duration.ofMillis(5))).isPositive();
        }
        assertThat(deeplearning4j.sampling(LSTM, 16, 2)).isEmpty();
    }

    @Test
    void cadenzaSamplesElsewhere() {
        assertThat(contestants.get("cadenza").sampling(LSTM, 1, 1)).isEmpty();
    }
}
