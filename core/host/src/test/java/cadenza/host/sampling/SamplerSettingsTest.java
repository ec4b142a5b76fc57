package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Settings;
import cadenza.api.UserException;
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

    @Test
    void settingsOutOfAFileAreChecked() {
        Settings good = SamplerSettings.PLAIN.toSettings();
        for (Settings bad : new Settings[] {
            Settings.empty(),
            good.with("temperature", -1),
            good.with("topK", -1),
            good.with("topP", 0),
            good.with("topP", "1")
        }) {
            assertThatThrownBy(() -> SamplerSettings.of(bad)).isInstanceOf(UserException.class);
        }
    }
}
