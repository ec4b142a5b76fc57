package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.KeySignature;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceNameTest {
    @ParameterizedTest
    @CsvSource({
        "0, false, C major", "0, true, A minor", "-7, false, Cb major", "-7, true, Ab minor", "7, false, C# major",
        "7, true, A# minor", "-2, false, Bb major", "1, true, E minor", "-3, true, C minor", "6, false, F# major"
    })
    void a_sequence_is_named_after_model_key_and_seed(int fifths, boolean minor, String key) {
        assertThat(SequenceName.of("chorales", Optional.of(new KeySignature(fifths, minor)), 7))
                .isEqualTo("chorales - " + key + " - seed 7");
    }

    @Test
    void where_no_key_is_clear_the_name_says_so() {
        assertThat(SequenceName.of("drums", Optional.empty(), -1)).isEqualTo("drums - no clear key - seed -1");
    }
}
