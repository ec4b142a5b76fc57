package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.host.sampling.stage.Dry;
import cadenza.host.sampling.stage.LogitBias;
import cadenza.host.sampling.stage.Mirostat;
import cadenza.host.sampling.stage.RepetitionPenalty;
import cadenza.host.storage.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "-1, 0, 1, --temperature -1.0",
        "NaN, 0, 1, --temperature NaN",
        "Infinity, 0, 1, --temperature Infinity",
        "100.1, 0, 1, --temperature 100.1",
        "1, -1, 1, --top-k -1",
        "1, 0, 0, --top-p 0.0",
        "1, 0, 2, --top-p 2.0",
        "1, 0, -0.5, --top-p -0.5",
        "1, 0, NaN, --top-p NaN"
    })
    void outOfRangeIsTheUsersFault(double temperature, int topK, double topP, String said) {
        assertThatThrownBy(() -> new SamplerSettings(temperature, topK, topP))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(said + " is not");
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.1", "NaN"})
    void minPOutOfRangeIsTheUsersFault(double minP) {
        assertThatThrownBy(() -> new SamplerSettings(1, 0, 1, minP))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--min-p " + minP + " is not in 0");
    }

    @Test
    void surviveTheRoundTripThroughSettings() {
        SamplerSettings settings = new SamplerSettings(0.8, 40, 0.95, 0.05);
        assertThat(SamplerSettings.of(settings.toSettings())).isEqualTo(settings);
        assertThat(SamplerSettings.of(SamplerSettings.PLAIN.toSettings())).isEqualTo(SamplerSettings.PLAIN);
    }

    private static final SamplerSettings EVERYTHING = new SamplerSettings(
            0.8,
            40,
            0.95,
            0.05,
            0.9,
            new RepetitionPenalty(1.1, 32),
            new Dry(0.8, 1.5, 16, 4096, List.of("\n")),
            Mirostat.OFF,
            new LogitBias(Map.of("\n", -2.0)));

    @Test
    void everySamplerSurvivesTheRoundTripThroughSettings() {
        SamplerSettings mirostat = new SamplerSettings(0.8, 0, 1).with(new Mirostat(3, 0.2));
        assertThat(SamplerSettings.of(EVERYTHING.toSettings())).isEqualTo(EVERYTHING);
        assertThat(SamplerSettings.of(mirostat.toSettings())).isEqualTo(mirostat);
    }

    @Test
    void areWrittenInOneWay() {
        assertThat(Json.write(EVERYTHING.toSettings()))
                .isEqualTo("{\"temperature\":0.8,\"topK\":40,\"topP\":0.95,\"minP\":0.05,\"typicalP\":0.9,"
                        + "\"repetitionPenalty\":{\"penalty\":1.1,\"window\":32},"
                        + "\"dry\":{\"multiplier\":0.8,\"base\":1.5,\"allowedLength\":16,\"window\":4096,"
                        + "\"breakers\":[\"\\n\"]},\"bias\":{\"\\n\":-2.0}}");
    }

    @Test
    void whatIsOffIsNotWritten() {
        assertThat(Json.write(SamplerSettings.PLAIN.toSettings()))
                .isEqualTo("{\"temperature\":1.0,\"topK\":0,\"topP\":1.0}");
        assertThat(SamplerSettings.PLAIN
                        .with(new Dry(0, 3, 4, 5, List.of()))
                        .with(new RepetitionPenalty(1, 9))
                        .with(new Mirostat(0, 1)))
                .isEqualTo(SamplerSettings.PLAIN);
    }

    @Test
    void mirostatDoesNotGoWithWhatItTakesThePlaceOf() {
        for (SamplerSettings other : List.of(
                new SamplerSettings(1, 40, 1),
                new SamplerSettings(1, 0, 0.9),
                new SamplerSettings(1, 0, 1, 0.1),
                SamplerSettings.PLAIN.withTypicalP(0.9))) {
            assertThatThrownBy(() -> other.with(new Mirostat(3, 0.1)))
                    .isInstanceOf(UserException.class)
                    .hasMessage("--mirostat 3.0 takes the place of --top-k, --top-p, --min-p and --typical-p; leave it"
                            + " out, or those");
        }
    }

    @Test
    void settingsOutOfAFileAreChecked() {
        Settings good = SamplerSettings.PLAIN.toSettings();
        for (Settings bad : new Settings[] {
            Settings.empty(),
            good.with("temperature", -1),
            good.with("topK", -1),
            good.with("topP", 0),
            good.with("topP", "1"),
            good.with("typicalP", 0),
            good.with("dry", 1),
            good.with("dry", Settings.empty()),
            good.with("repetitionPenalty", Settings.empty().with("penalty", 11).with("window", 1)),
            good.with("mirostat", Settings.empty().with("tau", 3).with("eta", 0)),
            good.with("topK", 3)
                    .with("mirostat", Settings.empty().with("tau", 3).with("eta", 0.1)),
            good.with("bias", Settings.empty().with("e", "much")),
            good.with("bias", Settings.empty().with("e", 101))
        }) {
            assertThatThrownBy(() -> SamplerSettings.of(bad)).isInstanceOf(UserException.class);
        }
    }
}
