package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import org.junit.jupiter.api.Test;

class PresetTest {
    @Test
    void eachIsFoundByItsName() {
        assertThat(Preset.named("calm")).isEqualTo(Preset.CALM);
        assertThat(Preset.named("balanced")).isEqualTo(Preset.BALANCED);
        assertThat(Preset.named("adventurous")).isEqualTo(Preset.ADVENTUROUS);
    }

    @Test
    void theyGrowWilderAndNoneLoops() {
        double before = 0;
        for (Preset preset : Preset.values()) {
            assertThat(preset.settings().temperature()).isGreaterThan(before);
            assertThat(preset.settings().dry().on()).isTrue();
            before = preset.settings().temperature();
        }
    }

    @Test
    void anotherNameIsTheUsersFaultWithTheNearest() {
        assertThatThrownBy(() -> Preset.named("balance"))
                .isInstanceOf(UserException.class)
                .hasMessage("--preset 'balance' is none of calm, balanced, adventurous")
                .satisfies(e -> assertThat(((UserException) e).hint()).contains("Did you mean 'balanced'?"));
    }
}
