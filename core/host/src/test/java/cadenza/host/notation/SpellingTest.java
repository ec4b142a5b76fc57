package cadenza.host.notation;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.KeySignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final int[] SEMITONES = {9, 11, 0, 2, 4, 5, 7}; // A to G

    @ParameterizedTest
    @CsvSource({
        "60, 0, C 0 4",
        "61, 0, C 1 4",
        "70, 0, B -1 4",
        "68, 0, G 1 4", // the leading note of A minor
        "66, -2, F 1 4", // that of G minor
        "63, -3, E -1 4",
        "59, -7, C -1 4", // C flat above B
        "60, 7, B 1 3", // B sharp below C
        "0, 0, C 0 -1",
        "127, 0, G 0 9",
    })
    void a_pitch_is_spelled_in_its_key(int pitch, int fifths, String spelling) {
        Spelling spelled = Spelling.of(pitch, new KeySignature(fifths, false));

        assertThat(spelled.step() + " " + spelled.alter() + " " + spelled.octave())
                .isEqualTo(spelling);
    }

    @Test
    void in_every_key_a_spelling_sounds_its_pitch_and_the_scale_needs_no_accidental() {
        for (int fifths = -7; fifths <= 7; fifths++) {
            KeySignature key = new KeySignature(fifths, false);
            int plain = 0;
            for (int pitch = 0; pitch < 128; pitch++) {
                Spelling spelled = Spelling.of(pitch, key);
                int sounding = 12 * (spelled.octave() + 1) + SEMITONES[spelled.step() - 'A'] + spelled.alter();
                assertThat(sounding).isEqualTo(pitch);
                plain += pitch < 12 && spelled.alter() == spelled.alterOfSignature(key) ? 1 : 0;
            }
            assertThat(plain).isEqualTo(7);
        }
    }
}
