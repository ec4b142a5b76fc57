package cadenza.music.voices;

import static cadenza.music.voices.Pieces.STEP;
import static cadenza.music.voices.Pieces.codecOf;
import static cadenza.music.voices.Pieces.voice;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.api.voices.VoiceLines;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedPiecesTest {
    private static final int TRIPLET = 160;

    static Stream<Arguments> piecesAndReasons() {
        Track bass = voice("48 16");
        return Stream.of(
                Arguments.of("it has 1 track with notes", Pieces.of("4/4", bass)),
                Arguments.of("it has 0 tracks with notes", Pieces.of("4/4", voice(9, STEP, "35 16"))),
                Arguments.of(
                        "it has 7 tracks with notes",
                        Pieces.of("4/4", Stream.generate(() -> bass).limit(7).toArray(Track[]::new))),
                Arguments.of("two notes meet at quarter 1", Pieces.of("4/4", chordOnTheSecondQuarter(), bass)),
                Arguments.of("two notes meet at quarter 0", Pieces.of("4/4", overlap(), bass)),
                Arguments.of("its meter changes from 4/4 to 3/4 at quarter 4", withMeterChange()),
                Arguments.of(
                        "2 of 5 notes lie off the sixteenth grid",
                        Pieces.of("4/4", voice(0, TRIPLET, "72 1 0 1 74 1 76 1 77 8"), voice(0, STEP, "48 16"))
                                .withTitle("triplets")),
                Arguments.of(
                        "lie off the sixteenth grid",
                        Pieces.of("4/4", voice(0, STEP / 2, "72 1 74 1 76 1 77 1 79 28"), bass)),
                Arguments.of(
                        "a bar of 3/32 is no whole number of sixteenths",
                        Pieces.of("3/32", voice("72 2"), voice("48 2"))),
                Arguments.of(
                        "it is 100001 sixteenths long",
                        Pieces.of("4/4", voice("72 1 0 100000"), voice("48 1 0 99999 48 1"))));
    }

    private static Track chordOnTheSecondQuarter() {
        return new Track(
                "", 0, 0, List.of(new Note(0, 480, 72, 64), new Note(480, 480, 72, 64), new Note(480, 480, 76, 64)));
    }

    private static Track overlap() {
        return new Track("", 0, 0, List.of(new Note(0, 960, 72, 64), new Note(480, 480, 76, 64)));
    }

    private static Score withMeterChange() {
        return Pieces.of(
                List.of(new MeterChange(0, Meter.COMMON), new MeterChange(1920, new Meter(3, 4))),
                voice("72 28"),
                voice("48 28"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("piecesAndReasons")
    void aPieceThatIsNoSingleLinesInOneMeterIsRefusedWithTheReason(String reason, Score score) {
        assertThatThrownBy(() -> VoiceLines.of(score))
                .isInstanceOf(UnsuitableDocumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aModelRefusesMoreVoicesThanItHas() throws UnsuitableDocumentException {
        VoicesCodec two = codecOf(Pieces.of("4/4", voice("72 16"), voice("48 16")));
        Score three = Pieces.of("4/4", voice("72 16"), voice("60 16"), voice("48 16"));
        assertThatThrownBy(() -> two.encode(three))
                .isInstanceOf(UnsuitableDocumentException.class)
                .hasMessage("it has 3 voices; this model has 2");
    }

    @Test
    void aModelRefusesAMeterItHasNeverSeen() throws UnsuitableDocumentException {
        VoicesCodec four = codecOf(Pieces.of("4/4", voice("72 16"), voice("48 16")));
        Score three = Pieces.of("3/4", voice("72 12"), voice("48 12"));
        assertThatThrownBy(() -> four.encode(three))
                .isInstanceOf(UnsuitableDocumentException.class)
                .hasMessage("its meter is 3/4; this model knows [4/4]");
    }

    @Test
    void theMeterOfAChangeAfterTheLastNoteDoesNotMatter() throws UnsuitableDocumentException {
        Score score = Pieces.of(
                List.of(new MeterChange(0, Meter.COMMON), new MeterChange(1920, new Meter(3, 4))),
                voice("72 16"),
                voice("48 16"));
        VoiceLines.of(score);
    }

    @Test
    void oneNoteOfAHundredMayLieOffTheGrid() throws UnsuitableDocumentException {
        String line =
                String.join(" ", IntStream.range(0, 99).mapToObj(i -> "72 2").toList());
        List<Note> notes = voice(line).notes();
        Track moved = new Track(
                "",
                0,
                0,
                Stream.concat(notes.stream().skip(1), Stream.of(new Note(50, 100, 72, 64)))
                        .toList());
        VoiceLines.of(Pieces.of("4/4", moved, voice("48 16")));
    }
}
