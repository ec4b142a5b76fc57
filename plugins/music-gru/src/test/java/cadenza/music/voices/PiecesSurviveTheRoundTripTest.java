package cadenza.music.voices;

import static cadenza.music.voices.Pieces.STEP;
import static cadenza.music.voices.Pieces.codecOf;
import static cadenza.music.voices.Pieces.voice;
import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.api.voices.VoiceLines;
import cadenza.music.coding.PieceCodec;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PiecesSurviveTheRoundTripTest {
    private static final List<MeterChange> QUARTER_THEN_FOUR =
            List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, Meter.COMMON));

    /** Name, piece, sixteenths by which its notes move, bars of its decoded form. */
    static Stream<Arguments> awkwardPieces() {
        return Stream.of(
                piece("a plain bar", Pieces.of("4/4", voice("72 4 74 4 76 4 77 4"), voice("60 8 55 8")), 0, 1),
                piece(
                        "an upbeat after a rest",
                        Pieces.of("4/4", voice("0 12 72 4 74 16"), voice("0 12 60 4 59 16")),
                        0,
                        2),
                piece(
                        "an upbeat in a short first bar",
                        Pieces.of(QUARTER_THEN_FOUR, voice("72 4 74 16"), voice("60 4 59 16")),
                        12,
                        2),
                piece(
                        "an upbeat in one voice alone",
                        Pieces.of("4/4", voice("0 12 72 4 74 16"), voice("0 16 59 16")),
                        0,
                        2),
                piece("empty bars at the start", Pieces.of("4/4", voice("0 36 72 12"), voice("0 32 60 16")), -32, 1),
                piece("three quarters", Pieces.of("3/4", voice("72 4 74 8 76 12"), voice("60 12 59 4 57 8")), 0, 2),
                piece(
                        "six eighths",
                        Pieces.of("6/8", voice("72 2 74 2 76 2 77 6 79 12"), voice("60 6 57 6 55 12")),
                        0,
                        2),
                piece("seven eighths", Pieces.of("7/8", voice("72 14 74 14"), voice("60 7 57 7 55 14")), 0, 2),
                piece("a bar of 3/16", Pieces.of("3/16", voice("72 1 74 1 76 1 77 3"), voice("60 3 57 3")), 0, 2),
                piece(
                        "voices that enter late",
                        Pieces.of("4/4", voice("72 32"), voice("0 5 67 27"), voice("0 16 60 16")),
                        0,
                        2),
                piece("notes over many bars", Pieces.of("4/4", voice("72 80"), voice("60 37 59 43")), 0, 5),
                piece(
                        "repeated pitches",
                        Pieces.of("4/4", voice("72 1 72 1 72 2 72 4 72 8"), voice("60 4 60 4 60 8")),
                        0,
                        1),
                piece(
                        "rests in the middle",
                        Pieces.of("4/4", voice("72 4 0 4 74 1 0 3 76 4"), voice("60 3 0 10 59 3")),
                        0,
                        1),
                piece(
                        "a rest of bars in all voices",
                        Pieces.of("4/4", voice("72 4 0 60 74 16"), voice("60 2 0 62 59 16")),
                        0,
                        5),
                piece("a last bar that is not full", Pieces.of("4/4", voice("72 16 74 3"), voice("60 16 59 2")), 0, 2),
                piece("one voice that ends early", Pieces.of("4/4", voice("72 48"), voice("60 4")), 0, 3),
                piece("the lowest and the highest pitch", Pieces.of("4/4", voice("127 16"), voice("1 16")), 0, 1),
                piece("voices that cross", Pieces.of("4/4", voice("72 4 50 4 74 8"), voice("60 4 62 4 59 8")), 0, 1),
                piece(
                        "six voices",
                        Pieces.of(
                                "4/4",
                                voice("84 16"),
                                voice("76 16"),
                                voice("72 16"),
                                voice("67 16"),
                                voice("60 16"),
                                voice("48 16")),
                        0,
                        1));
    }

    private static Arguments piece(String name, Score score, int moved, int bars) {
        return Arguments.of(name, score, moved, bars);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("awkwardPieces")
    void aPieceKeepsItsNotesAndFillsItsLastBar(String name, Score score, int moved, int bars)
            throws UnsuitableDocumentException {
        VoicesCodec codec = codecOf(score);
        int[] tokens = codec.encode(score);
        assertThat(tokens).doesNotContain(Vocabulary.UNKNOWN);
        Score decoded = codec.decode(tokens, "decoded");
        Meter meter = score.meters().get(score.meters().size() - 1).meter();
        assertThat(decoded.meters()).containsExactly(new MeterChange(0, meter));
        assertThat(decoded.end()).isEqualTo((long) bars * meter.ticksPerBar());
        assertThat(decoded.tracks()).hasSameSizeAs(score.tracks());
        for (int voice = 0; voice < decoded.tracks().size(); voice++) {
            assertThat(played(decoded.tracks().get(voice), 0))
                    .isEqualTo(played(score.tracks().get(voice), (long) moved * STEP));
        }
        assertThat(codec.encode(decoded)).isEqualTo(tokens);
    }

    private static List<Note> played(Track track, long moved) {
        return track.notes().stream()
                .map(note -> new Note(note.tick() + moved, note.duration(), note.pitch(), 1))
                .toList();
    }

    @Test
    void aPieceOfFewerVoicesLeavesTheOthersSilent() throws UnsuitableDocumentException {
        Score four = Pieces.of("4/4", voice("72 16"), voice("67 16"), voice("60 16"), voice("48 16"));
        Score two = Pieces.of("4/4", voice("72 4 72 12"), voice("67 16"));
        VoicesCodec codec = codecOf(four);
        Score decoded = codec.decode(codec.encode(two), "two of four");
        assertThat(decoded.tracks()).extracting(track -> track.notes().size()).containsExactly(2, 1, 0, 0);
    }

    @Test
    void voicesAreNumberedFromTheHighestWhateverTheOrderOfTheTracks() throws UnsuitableDocumentException {
        Track bass = new Track("Bass", 0, 43, voice("48 16").notes());
        Track flute = new Track("Flute", 1, 73, voice("84 16").notes());
        VoicesCodec codec = codecOf(Pieces.of("4/4", bass, flute));
        Score decoded = codec.decode(codec.encode(Pieces.of("4/4", bass, flute)), "decoded");
        assertThat(decoded.tracks()).extracting(Track::name).containsExactly("Flute", "Bass");
        assertThat(decoded.tracks()).extracting(Track::program).containsExactly(73, 43);
        assertThat(decoded.tracks())
                .extracting(track -> track.notes().get(0).pitch())
                .containsExactly(84, 48);
    }

    @Test
    void percussionAndEmptyTracksAreNoVoices() throws UnsuitableDocumentException {
        Score score = Pieces.of(
                "4/4",
                voice("72 16"),
                voice(9, STEP, "35 1 35 1 35 1"),
                new Track("", 3, 0, List.of()),
                voice("60 16"));
        assertThat(VoiceLines.of(score).lines()).hasSize(2);
    }

    @Test
    void aPitchThatTheModelLacksIsUnknown() throws UnsuitableDocumentException {
        VoicesCodec codec = codecOf(Pieces.of("4/4", voice("72 8 76 8"), voice("60 16")));
        int[] tokens = codec.encode(Pieces.of("4/4", voice("72 8 77 8"), voice("60 16")));
        assertThat(IntStream.of(tokens)
                        .filter(token -> token == Vocabulary.UNKNOWN)
                        .count())
                .isEqualTo(1);
        int[] between = codec.encode(Pieces.of("4/4", voice("72 8 74 8"), voice("60 16")));
        assertThat(between).doesNotContain(Vocabulary.UNKNOWN);
    }

    @Test
    void notesALittleOffTheGridAreMovedOntoIt() throws UnsuitableDocumentException {
        Score early = Pieces.of(
                "4/4",
                new Track("", 0, 0, List.of(new Note(0, 450, 72, 64), new Note(455, 1460, 74, 64))),
                voice("60 16"));
        VoicesCodec codec = codecOf(early);
        List<Note> notes = codec.decode(codec.encode(early), "").tracks().get(0).notes();
        assertThat(notes).extracting(Note::tick).containsExactly(0L, 480L);
        assertThat(notes).extracting(Note::duration).containsExactly(480L, 1440L);
    }

    @Test
    void aCodecOpenedFromItsVocabularyAndSettingsIsTheSame() throws UnsuitableDocumentException {
        Score score = Pieces.of("3/4", voice("72 4 74 8"), voice("60 12"));
        VoicesCodec codec = codecOf(-5, 6, score);
        PieceCodec opened = new VoicesCoding().open(codec.vocabulary(), codec.settings());
        assertThat(opened.encode(score)).isEqualTo(codec.encode(score));
        assertThat(opened.inputs()).isEqualTo(codec.inputs());
        assertThat(opened.decode(opened.encode(score), "x")).isEqualTo(codec.decode(codec.encode(score), "x"));
    }
}
