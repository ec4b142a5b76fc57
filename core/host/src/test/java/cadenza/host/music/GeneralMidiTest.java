package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralMidiTest {
    @ParameterizedTest
    @CsvSource({
        "0, Acoustic Grand Piano, Piano",
        "7, Clavi, Piano",
        "8, Celesta, Chromatic Percussion",
        "19, Church Organ, Organ",
        "24, Acoustic Guitar (nylon), Guitar",
        "32, Acoustic Bass, Bass",
        "40, Violin, Strings",
        "48, String Ensemble 1, Ensemble",
        "56, Trumpet, Brass",
        "64, Soprano Sax, Reed",
        "73, Flute, Pipe",
        "80, Lead 1 (square), Synth Lead",
        "88, Pad 1 (new age), Synth Pad",
        "96, FX 1 (rain), Synth Effects",
        "104, Sitar, Ethnic",
        "112, Tinkle Bell, Percussive",
        "127, Gunshot, Sound Effects",
    })
    void aProgramHasANameAndAFamily(int program, String name, String family) {
        assertThat(GeneralMidi.name(program)).isEqualTo(name);
        assertThat(GeneralMidi.family(program)).isEqualTo(family);
    }

    @Test
    void everyProgramIsFoundByItsName() {
        for (int program = 0; program < GeneralMidi.PROGRAMS; program++) {
            assertThat(GeneralMidi.program(GeneralMidi.name(program))).isEqualTo(program);
        }
    }

    @Test
    void noTwoProgramsShareAName() {
        assertThat(IntStream.range(0, GeneralMidi.PROGRAMS).mapToObj(GeneralMidi::name))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "35, Acoustic Bass Drum",
        "38, Acoustic Snare",
        "42, Closed Hi-Hat",
        "49, Crash Cymbal 1",
        "60, Hi Bongo",
        "81, Open Triangle"
    })
    void aPercussionKeyHasAName(int pitch, String name) {
        assertThat(GeneralMidi.percussion(pitch)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 34, 82, 127})
    void otherPitchesNameNoPercussion(int pitch) {
        assertThat(GeneralMidi.percussion(pitch)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VIOLIN, 40",
        "church organ, 19",
        "'  church-organ ', 19",
        "honkytonk piano, 3",
        "harpsi, 6",
        "nylon, 24",
        "guitar nylon, 24",
        "string 1, 48",
        "pan flute, 75",
        "flute, 73",
        "lead square, 80",
    })
    void namesAreFoundLeniently(String name, int program) {
        assertThat(GeneralMidi.program(name)).isEqualTo(program);
    }

    @Test
    void aNameThatFitsSeveralNamesThem() {
        assertThatThrownBy(() -> GeneralMidi.program("organ"))
                .isInstanceOf(UserException.class)
                .hasMessage("5 General MIDI programs fit 'organ'; give one of Drawbar Organ, Percussive Organ, "
                        + "Rock Organ, Church Organ, Reed Organ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "theremin", "church piano", "+"})
    void aNameThatFitsNoneIsRefused(String name) {
        assertThatThrownBy(() -> GeneralMidi.program(name))
                .isInstanceOf(UserException.class)
                .hasMessage("no General MIDI program is named '" + name
                        + "'; give one such as Violin, Church Organ or Acoustic Grand Piano");
    }
}
