package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.benchmark.NetworkSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class NetworkSizeConverterTest {
    private final NetworkSizeConverter converter = new NetworkSizeConverter();

    @Test
    void aNetworkIsACellWithLayersAndHiddenUnits() {
        assertThat(converter.convert("gru-one-gate:2x256")).isEqualTo(new NetworkSize("gru-one-gate", 2, 256, 65));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lstm", "lstm:256", "2x256", "lstm:0x256", "lstm:2x", "lstm:2x99999", "lstm 2x256"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is no network such as lstm:2x256");
    }

    @Test
    void theUsualNetworksAreSix() {
        assertThat(NetworkSizeConverter.USUAL)
                .map(NetworkSize::toString)
                .containsExactly("lstm 1x256", "lstm 2x256", "lstm 2x512", "gru 1x256", "gru 2x256", "gru 2x512");
    }
}
