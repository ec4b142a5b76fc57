package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.KeySignature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PitchNameTest {
    @ParameterizedTest
    @CsvSource({"0, C-1", "21, A0", "60, C4", "61, C#4", "71, B4", "127, G9"})
    void aPitchHasItsOctave(int pitch, String name) {
        assertThat(PitchName.of(pitch)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, C major", "0, true, A minor", "1, false, G major", "-1, true, D minor", "-2, false, Bb major",
        "6, false, F# major", "3, true, F# minor", "-3, true, C minor", "-7, false, Cb major", "-7, true, Ab minor",
        "7, false, C# major", "7, true, A# minor"
    })
    void aKeyHasItsTonicAndMode(int fifths, boolean minor, String name) {
        assertThat(KeyName.of(new KeySignature(fifths, minor))).isEqualTo(name);
    }
}
