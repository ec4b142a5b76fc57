package cadenza.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.music.coding.PieceCodec;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodingsSurviveTheRoundTripTest {
    static Stream<Arguments> codingsAndScores() {
        return Stream.of(
                        AwkwardScores.ofTracks().stream().map(score -> Arguments.of("tracks", score.title(), score)),
                        AwkwardScores.ofDrums().stream().map(score -> Arguments.of("tracks", score.title(), score)),
                        AwkwardScores.ofDrums().stream().map(score -> Arguments.of("drums", score.title(), score)),
                        AwkwardScores.ofChords().stream().map(score -> Arguments.of("chords", score.title(), score)))
                .flatMap(stream -> stream);
    }

    private static PieceCodec codecOf(String coding, Score score) throws UnsuitableDocumentException {
        Codings.named(coding).check(score);
        return Codings.named(coding).codecOf(List.of(score), 0, 0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("codingsAndScores")
    void theGrammarAcceptsAPieceUpToItsEnd(String coding, String title, Score score)
            throws UnsuitableDocumentException {
        PieceCodec codec = codecOf(coding, score);
        CodecState state = codec.start();
        boolean[] allowed = new boolean[codec.vocabulary().size()];
        Effect last = null;
        for (int token : codec.encode(score)) {
            assertThat(token).isNotEqualTo(Vocabulary.UNKNOWN);
            state.allowed(allowed);
            assertThat(allowed[token]).as(codec.vocabulary().symbol(token)).isTrue();
            last = state.effect(token);
            state.accept(token);
        }
        assertThat(last).isEqualTo(new Effect.End());
        state.allowed(allowed);
        assertThat(allowed).doesNotContain(true);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("codingsAndScores")
    void whatWasDecodedIsWrittenTheSame(String coding, String title, Score score) throws UnsuitableDocumentException {
        PieceCodec codec = codecOf(coding, score);
        int[] tokens = codec.encode(score);
        Score decoded = codec.decode(tokens, "decoded");
        assertThat(codec.encode(decoded)).isEqualTo(tokens);
        PieceCodec opened = Codings.open(codec.vocabulary(), codec.settings());
        assertThat(opened.encode(score)).isEqualTo(tokens);
        assertThat(opened.decode(tokens, "decoded")).isEqualTo(decoded);
        assertThat(opened.inputs()).isEqualTo(codec.inputs());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("codingsAndScores")
    void pitchesStayAndOnsetsStayWithinAStep(String coding, String title, Score score)
            throws UnsuitableDocumentException {
        PieceCodec codec = codecOf(coding, score);
        Score decoded = codec.decode(codec.encode(score), "decoded");
        assertThat(pitches(decoded)).isEqualTo(pitches(score));
        long moved = first(score) - first(decoded);
        TreeSet<Long> onsets = onsets(decoded);
        for (long onset : onsets(score)) {
            assertThat(onsets.subSet(onset - moved - codec.ticksPerStep(), onset - moved + codec.ticksPerStep() + 1))
                    .as("onsets near " + onset)
                    .isNotEmpty();
        }
    }

    private static Stream<Note> notes(Score score) {
        return score.tracks().stream().flatMap(track -> track.notes().stream());
    }

    private static TreeSet<Integer> pitches(Score score) {
        return notes(score).map(Note::pitch).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<Long> onsets(Score score) {
        return notes(score).map(Note::tick).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long first(Score score) {
        return onsets(score).first();
    }
}
