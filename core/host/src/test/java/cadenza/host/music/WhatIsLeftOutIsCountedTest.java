package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of 96 (0x60) ticks a quarter, written byte by byte. */
class WhatIsLeftOutIsCountedTest {
    private static final String QUARTER_OF_C = "00 90 3C 40  60 80 3C 00 ";

    @TempDir
    Path folder;

    private MidiReading inspect(byte[] bytes, String prefix) throws IOException {
        Path file = folder.resolve("x.mid");
        Files.write(file, bytes);
        return new MidiReader().inspect(file, prefix);
    }

    private MidiReading inspect(int type, String... tracks) throws IOException {
        return inspect(HandmadeFile.of(type, 96, tracks), "");
    }

    static Stream<Arguments> events() {
        return Stream.of(
                arguments("00 B0 40 7F  10 B0 40 00", "2 sustain pedal events"),
                arguments("00 B0 07 64", "1 volume change"),
                arguments("00 B0 0B 64", "1 expression change"),
                arguments("00 B0 0A 64  00 0A 40", "2 pan changes"),
                arguments("00 B0 01 64", "1 modulation change"),
                arguments("00 B0 00 01  00 B0 20 00", "2 bank selects"),
                arguments("00 B0 5B 28  00 B0 79 00  00 B0 04 10", "3 other controller events"),
                arguments("00 E0 00 40  00 E0 00 41  00 E0 00 42", "3 pitch bends"),
                arguments("00 D0 10", "1 channel pressure event"),
                arguments("00 A0 3C 10", "1 key pressure event"),
                arguments("00 FF 59 02 00 00  00 FF 59 02 01 00", "1 later key signature"),
                arguments("00 FF 59 02 08 00  00 FF 58 04 00 02 18 08", "2 signatures out of range"),
                arguments("00 FF 01 02 41 42", "1 text"),
                arguments("00 FF 02 01 41", "1 copyright notice"),
                arguments("00 FF 04 01 41", "1 instrument name"),
                arguments("00 FF 05 01 41  00 FF 05 01 42", "2 lyrics"),
                arguments("00 FF 06 01 41", "1 marker"),
                arguments("00 FF 07 01 41", "1 cue point"),
                arguments("00 FF 7F 02 00 01  00 FF 20 01 00  00 FF 54 05 00 00 00 00 00", "3 other meta events"),
                arguments("00 FF 03 01 41  00 FF 03 01 42", "1 other meta event"),
                arguments("00 F0 05 7E 7F 09 01 F7  00 F7 01 F8", "2 system exclusive messages"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("events")
    void whatAScoreDoesNotHoldIsNamed(String events, String named) throws IOException {
        MidiReading reading = inspect(0, events + QUARTER_OF_C);

        assertThat(reading.leftOut()).map(Counted::toString).containsExactly(named);
        assertThat(reading.mended()).isEmpty();
        assertThat(reading.score().tracks().get(0).notes()).hasSize(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("00 90 3C 40  60 FF 01 00", "1 note without an end", List.of(new Note(0, 480, 60, 64))),
                arguments(
                        "00 90 3C 40  30 90 3C 50  30 80 3C 00  30 80 3C 00",
                        "1 note struck again while it sounded",
                        List.of(new Note(0, 240, 60, 64), new Note(240, 240, 60, 80))),
                arguments(
                        "00 90 3C 40  00 90 3C 20  30 80 3C 00  30 80 3C 00",
                        "1 note doubled at its onset",
                        List.of(new Note(0, 240, 60, 64))),
                arguments("00 90 3C 40  00 80 3C 00", "1 note of less than a tick", List.of(new Note(0, 1, 60, 64))),
                arguments(
                        "00 80 3C 00  00 90 3E 00" + QUARTER_OF_C + "00 80 3C 00",
                        "3 note-offs without a note",
                        List.of(new Note(0, 480, 60, 64))),
                arguments(
                        "00 FF 51 03 000000  30 FF 51 03 FFFFFF" + QUARTER_OF_C,
                        "2 tempos out of range",
                        List.of(new Note(240, 480, 60, 64))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void whatIsMendedIsNamed(String track, String named, List<Note> notes) throws IOException {
        MidiReading reading = inspect(0, track);

        assertThat(reading.mended()).map(Counted::toString).containsExactly(named);
        assertThat(reading.score().tracks().get(0).notes()).isEqualTo(notes);
    }

    @Test
    void aNoteOffBehindTheNextNoteOnOfItsTickIsNoFault() throws IOException {
        assertThat(inspect(0, "00 90 3C 40  30 90 3C 50  00 80 3C 00  30 80 3C 00")
                        .mended())
                .isEmpty();
    }

    @Test
    void threeNotesOfAPitchOneOverTheOtherAreTwoStruckAgain() throws IOException {
        String three = "00 90 3C 40  10 90 3C 41  10 90 3C 42  10 80 3C 00  00 80 3C 00  00 80 3C 00";

        assertThat(inspect(0, three).mended())
                .map(Counted::toString)
                .containsExactly("2 notes struck again while they sounded");
    }

    @Test
    void aTrackHasTheProgramOfMostOfItsNotes() throws IOException {
        MidiReading reading = inspect(
                0,
                "00 C0 28" + QUARTER_OF_C + "00 C0 07" + QUARTER_OF_C.repeat(2) + "00 C0 28" + QUARTER_OF_C
                        + "00 C0 30");

        assertThat(reading.score().tracks()).map(Track::program).containsExactly(40);
        assertThat(reading.leftOut()).map(Counted::toString).containsExactly("2 program changes amid tracks");
    }

    @Test
    void aProgramBeforeTheFirstNoteIsNoChange() throws IOException {
        MidiReading reading = inspect(0, "00 C0 00  10 C0 28" + QUARTER_OF_C);

        assertThat(reading.score().tracks()).map(Track::program).containsExactly(40);
        assertThat(reading.leftOut()).isEmpty();
    }

    @Test
    void notesBeforeTheFirstProgramHaveItToo() throws IOException {
        MidiReading reading = inspect(0, QUARTER_OF_C + "00 C0 28" + QUARTER_OF_C);

        assertThat(reading.score().tracks()).map(Track::program).containsExactly(40);
        assertThat(reading.leftOut()).isEmpty();
    }

    @Test
    void aTrackWithoutNotesIsCountedButForTheFirstOfType1() throws IOException {
        assertThat(inspect(1, "00 FF 03 01 41", QUARTER_OF_C, "00 FF 03 01 42", "")
                        .leftOut())
                .map(Counted::toString)
                .containsExactly("2 tracks without notes");
    }

    @Test
    void theTextThatIsLookedForIsFoundAndNotCounted() throws IOException {
        String texts = "00 FF 01 03 41 3D 62  00 FF 01 01 42";
        MidiReading reading = inspect(HandmadeFile.of(0, 96, texts + QUARTER_OF_C), "A=");

        assertThat(reading.text()).contains("b");
        assertThat(reading.leftOut()).map(Counted::toString).containsExactly("1 text");
    }

    @Test
    void whatCadenzaWritesIsReadWithNothingLeftOut() throws IOException {
        Score score = ExampleScores.small();
        MidiReading reading = inspect(new MidiWriter().write(score, Optional.of("recipe")), "recipe");

        assertThat(reading)
                .isEqualTo(new MidiReading(
                        score.withTitle("x.mid"),
                        1,
                        new Timebase.Quarters(480),
                        4,
                        Optional.of(""),
                        List.of(),
                        List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void aFindingIsCountedInWords(Finding what) {
        assertThat(what.count(1)).startsWith("1 ").isNotEqualTo(what.count(2).replace('2', '1'));
    }
}
