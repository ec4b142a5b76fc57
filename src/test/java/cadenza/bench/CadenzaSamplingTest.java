package cadenza.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.UntrainedModels;
import cadenza.api.benchmark.Workload;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenzaSamplingTest {
    private static final NetworkSize SMALL = new NetworkSize("gru", 2, 8, 65);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final UntrainedModels models =
            ServiceLoader.load(UntrainedModels.class).findFirst().orElseThrow();

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "2, 4"})
    void eachGenerationGoesOnUntilItsTimeIsUp(int lanes, int threads) {
        try (Workload sampling =
                new CadenzaSampling(models).sampling(SMALL, lanes, threads).orElseThrow()) {
            assertThat(sampling.run(SHORT)).isGreaterThanOrEqualTo(lanes);
            assertThat(sampling.run(SHORT)).isGreaterThanOrEqualTo(lanes);
        }
    }

    @Test
    void itTrainsElsewhere() {
        assertThat(new CadenzaSampling(models).training(SMALL, 4, 4, 1)).isEmpty();
    }

    @Test
    void readingIsOneTokenAPassOverTheWeights() {
        Workload reading = new ReadBandwidth(models.model(SMALL, 1).contents());

        assertThat(reading.run(SHORT)).isPositive();
    }
}
