package cadenza.host.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Settings;
import cadenza.api.UserException;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicalValuesTest {
    @ParameterizedTest
    @CsvSource({
        "C4-C4, 60, 60",
        "c3 - C6, 48, 84",
        "C-1-G9, 0, 127",
        "Bb2-F#3, 46, 54",
        "B#3-Cb5, 60, 71",
    })
    void aRangeIsInScientificPitchNotation(String text, int lowest, int highest) {
        PitchRange range = PitchRange.parse(text);
        assertThat(range).isEqualTo(new PitchRange(lowest, highest));
        assertThat(PitchRange.parse(range.toString())).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "C4", "C4-", "4-5", "C4-H5", "C4-C5-C6", "C10-C11", "60-72"})
    void whatIsNoRangeIsRefusedWithAnExample(String text) {
        assertRefused(() -> PitchRange.parse(text), "--range '" + text + "' is no range; give", "C3-C6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cb-1-C4", "C4-A9"})
    void aRangeBeyondMidiIsRefused(String text) {
        assertRefused(() -> PitchRange.parse(text), "--range '" + text + "' goes beyond MIDI", "C-1", "G9");
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertRefused(() -> PitchRange.parse("C5-C4"), "--range 'C5-C4' is empty: give the lower pitch first");
    }

    @ParameterizedTest
    @CsvSource({
        "C, 0 4 7",
        "Cmaj, 0 4 7",
        "Dm, 2 5 9",
        "D-, 2 5 9",
        "G7, 2 5 7 11",
        "Bbmaj7, 2 5 9 10",
        "F#m7, 1 4 6 9",
        "CmM7, 0 3 7 11",
        "Bdim, 2 5 11",
        "Bdim7, 2 5 8 11",
        "Bm7b5, 2 5 9 11",
        "Caug, 0 4 8",
        "C+, 0 4 8",
        "Csus2, 0 2 7",
        "Csus4, 0 5 7",
        "G7sus4, 0 2 5 7",
        "C5, 0 7",
        "C6, 0 4 7 9",
        "Cm6, 0 3 7 9",
        "C9, 0 2 4 7 10",
        "Cmaj9, 0 2 4 7 11",
        "Cm9, 0 2 3 7 10",
        "Cadd9, 0 2 4 7",
        "C/E, 0 4 7",
        "C/Bb, 0 4 7 10",
    })
    void aChordIsItsNotes(String symbol, String pitchClasses) {
        assertThat(new TreeSet<>(Chord.parse(symbol).pitchClasses()).toString().replaceAll("[\\[\\],]", ""))
                .isEqualTo(pitchClasses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "Cmaj11", "C/", "C/H", "minor", "/E", "C7/E/G"})
    void whatIsNoChordIsRefusedWithThoseThatAreKnown(String symbol) {
        assertRefused(
                () -> ChordProgression.parse("C | " + symbol),
                "--chords has '" + symbol + "', which is no chord; give",
                "maj7",
                "/BASS");
    }

    @Test
    void barsAreSplitByLines() {
        ChordProgression progression = ChordProgression.parse(" | Dm7  G7|C | ");
        assertThat(progression).hasToString("Dm7 G7 | C");
        assertThat(ChordProgression.parse("Dm7 G7 | C")).isEqualTo(progression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "|", "C || G", "C C C C C C C C C"})
    void aBarOfNoChordOrTooManyIsRefused(String text) {
        assertRefused(() -> ChordProgression.parse(text), "--chords '" + text + "' has a bar of ", "give 1 to 8");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "127, 127", "Violin, 40", "church ORGAN, 19", "Acoustic grand, 0", "FX 8, 103", "Flute, 73"})
    void aProgramIsANumberOrAName(String text, int program) {
        assertThat(GeneralMidi.program(text)).isEqualTo(program);
    }

    @Test
    void whatIsNoProgramIsRefused() {
        assertRefused(() -> Controls.programs("Violin,128"), "--program '128' is no number of 0..127", "Violin");
        assertRefused(() -> Controls.programs(""), "--program '' is no number");
        assertRefused(() -> Controls.programs("-1"), "--program '-1' is no number");
        assertRefused(
                () -> Controls.programs("Acoustic Guitar"), "give one of Acoustic Guitar (nylon), Acoustic Guitar (st");
        assertThatThrownBy(() -> Controls.programs("Violine"))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.hint()).contains("Did you mean 'Violin'?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3/5", "0/4", "waltz", "3/4/4", "999/4"})
    void whatIsNoMeterIsRefusedWithAnExample(String text) {
        assertRefused(() -> Controls.meter(text), "--meter '" + text + "' is no meter; give one such as 3/4");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertRefused(() -> controls("maxRest", -0.5), "--max-rest -0.5 is not in 0.0..64.0 beats");
        assertRefused(() -> controls("maxRest", 65.0), "--max-rest 65.0");
        assertRefused(() -> controls("density", 3.5), "--density 3.5 is not in -3.0..3.0");
        assertRefused(() -> controls("tempo", 2.0), "--tempo 2.0 is not in 4.0..1000.0 quarters a minute");
        assertRefused(() -> Controls.ofTempo(OptionalDouble.of(Double.NaN)), "--tempo NaN");
    }

    private static Controls controls(String name, double value) {
        return Controls.of(Settings.empty().with(name, value));
    }

    private static void assertRefused(ThrowingCallable call, String... said) {
        assertThatThrownBy(call)
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll(said)
                .satisfies(e -> {
                    assertThat(e.getMessage()).startsWith("--").doesNotContain("\n");
                });
    }
}
