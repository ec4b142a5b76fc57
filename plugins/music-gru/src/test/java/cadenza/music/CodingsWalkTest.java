package cadenza.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.music.coding.PieceCodec;
import cadenza.recurrent.SlotState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the grammar of a coding allows, token by token at random, is music. */
class CodingsWalkTest {
    private static final int WALKS = 300;
    private static final int MOST_TOKENS = 250;

    private static PieceCodec codec(String coding) {
        List<Score> scores =
                switch (coding) {
                    case "drums" -> AwkwardScores.ofDrums();
                    case "chords" -> AwkwardScores.ofChords();
                    default -> AwkwardScores.ofTracks();
                };
        return Codings.named(coding).codecOf(scores, 0, 0);
    }

    /** What a walk did. */
    private record Walk(int[] tokens, boolean ended, long ticks) {}

    private static Walk walk(PieceCodec codec, Random random) {
        SlotState state = codec.start();
        boolean[] allowed = new boolean[codec.vocabulary().size()];
        int[] units = new int[codec.slots()];
        int[] tokens = new int[MOST_TOKENS];
        long ticks = 0;
        for (int length = 0; length < MOST_TOKENS; length++) {
            state.units(units);
            assertUnits(units, codec.inputs());
            state.allowed(allowed);
            int[] choices =
                    IntStream.range(0, allowed.length).filter(id -> allowed[id]).toArray();
            assertThat(choices).isNotEmpty().doesNotContain(Vocabulary.UNKNOWN);
            int[] ends = Arrays.stream(choices)
                    .filter(id -> state.effect(id) instanceof Effect.End)
                    .toArray();
            boolean ending = ends.length > 0 && random.nextBoolean();
            tokens[length] = ending ? ends[0] : choices[random.nextInt(choices.length)];
            if (state.effect(tokens[length]) instanceof Effect.Advance advance) {
                assertThat(advance.ticks()).isPositive();
                ticks += advance.ticks();
            }
            boolean ended = state.effect(tokens[length]) instanceof Effect.End;
            state.accept(tokens[length]);
            if (ended) {
                return new Walk(Arrays.copyOf(tokens, length + 1), true, ticks);
            }
        }
        return new Walk(tokens, false, ticks);
    }

    private static void assertUnits(int[] units, int inputs) {
        Set<Integer> on = new HashSet<>();
        for (int unit : units) {
            assertThat(unit).isBetween(SlotState.NONE, inputs - 1);
            assertThat(unit == SlotState.NONE || on.add(unit)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drums", "tracks", "chords"})
    void everyWalkDecodesAndMostEnd(String coding) throws UnsuitableDocumentException {
        PieceCodec codec = codec(coding);
        int ended = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            Walk walk = walk(codec, new Random(seed));
            Score score = codec.decode(walk.tokens(), "walk " + seed);
            assertNothingOverlaps(score);
            if (walk.ended()) {
                ended++;
                assertThat(score.end()).isBetween(walk.ticks(), walk.ticks() + 64L * 1920);
            }
        }
        assertThat(ended).isGreaterThan(WALKS / 100);
    }

    private static void assertNothingOverlaps(Score score) {
        for (var track : score.tracks()) {
            List<Note> notes = new ArrayList<>(track.notes());
            long[] end = new long[128];
            for (Note note : notes) {
                assertThat(note.tick()).isGreaterThanOrEqualTo(end[note.pitch()]);
                end[note.pitch()] = note.end();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drums", "tracks", "chords"})
    void theUnknownTokenIsAcceptedAnywhere(String coding) {
        PieceCodec codec = codec(coding);
        int[] units = new int[codec.slots()];
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int[] tokens = walk(codec, random).tokens();
            SlotState state = codec.start();
            for (int token : tokens) {
                if (random.nextInt(5) == 0) {
                    state.effect(Vocabulary.UNKNOWN);
                    state.accept(Vocabulary.UNKNOWN);
                }
                state.units(units);
                assertUnits(units, codec.inputs());
                state.effect(token);
                state.accept(token);
            }
        }
    }
}
