package cadenza.host.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    private static String pitchClasses(Scale scale) {
        return IntStream.range(60, 72)
                .filter(scale::has)
                .mapToObj(pitch -> String.valueOf(pitch - 60))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "C, C major, 0 2 4 5 7 9 11, 0, false",
        "Dm, D minor, 0 2 4 5 7 9 10, -1, true",
        "D minor, D minor, 0 2 4 5 7 9 10, -1, true",
        "F#, F# major, 1 3 5 6 8 10 11, 6, false",
        "Bb, Bb major, 0 2 3 5 7 9 10, -2, false",
        "bb maj, Bb major, 0 2 3 5 7 9 10, -2, false",
        "Ebm, Eb minor, 1 3 5 6 8 10 11, -6, true",
        "D#m, D# minor, 1 3 5 6 8 10 11, 6, true",
        "Cb, Cb major, 1 3 4 6 8 10 11, -7, false",
        "D#, D# major, 0 2 3 5 7 8 10, -3, false",
        "Fbm, Fb minor, 0 2 4 6 7 9 11, 1, true",
    })
    void aKeyIsItsScaleUnderItsSignature(String text, String name, String notes, int fifths, boolean minor) {
        Scale key = Scale.key(text);
        assertThat(key).hasToString(name).isEqualTo(Scale.parse(name));
        assertThat(pitchClasses(key)).isEqualTo(notes);
        assertThat(key.signature()).isEqualTo(new KeySignature(fifths, minor));
    }

    @ParameterizedTest
    @CsvSource({
        "D harmonic minor, 1 2 4 5 7 9 10, -1",
        "D Melodic  Minor, 1 2 4 5 7 9 11, -1",
        "D natural minor, 0 2 4 5 7 9 10, -1",
        "D dorian, 0 2 4 5 7 9 11, 0",
        "E phrygian, 0 2 4 5 7 9 11, 0",
        "F lydian, 0 2 4 5 7 9 11, 0",
        "G mixolydian, 0 2 4 5 7 9 11, 0",
        "A aeolian, 0 2 4 5 7 9 11, 0",
        "B locrian, 0 2 4 5 7 9 11, 0",
        "C ionian, 0 2 4 5 7 9 11, 0",
        "C pentatonic, 0 2 4 7 9, 0",
        "C major pentatonic, 0 2 4 7 9, 0",
        "A pentatonic minor, 0 2 4 7 9, 0",
        "A blues, 0 2 3 4 7 9, 0",
        "C whole-tone, 0 2 4 6 8 10, 0",
        "Eb chromatic, 0 1 2 3 4 5 6 7 8 9 10 11, -3",
    })
    void aScaleIsWrittenUnderTheSignatureThatHasMostOfItsNotes(String text, String notes, int fifths) {
        Scale scale = Scale.parse(text);
        assertThat(pitchClasses(scale)).isEqualTo(notes);
        assertThat(scale.signature().fifths()).isEqualTo(fifths);
        assertThat(Scale.parse(scale.toString())).isEqualTo(scale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H", "Dmm", "D dorian", "#", "Bbb", "D  mi", "\u00e4"})
    void whatIsNoKeyIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Scale.key(text))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--key '" + text + "' is no key; give")
                .hasMessageContaining("Dm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "D hungarian", "dorian", "H minor", "D minor 7"})
    void whatIsNoScaleIsRefusedWithThoseThatAreKnown(String text) {
        assertThatThrownBy(() -> Scale.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--scale '" + text + "' is no scale")
                .hasMessageContaining("harmonic minor, melodic minor, dorian");
    }

    @Test
    void anUnequalScaleIsAnotherOne() {
        assertThat(Scale.key("D")).isNotEqualTo(Scale.key("Dm")).isNotEqualTo(Scale.key("E"));
        assertThat(Scale.key("Dm")).hasSameHashCodeAs(Scale.parse("D minor"));
    }
}
