package cadenza.music.voices;

import static cadenza.music.voices.Pieces.codecOf;
import static cadenza.music.voices.Pieces.voice;
import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.voices.VoiceLines;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the grammar allows, token by token at random, is music. */
class RandomWalksTest {
    private static final int WALKS = 1000;
    private static final int MOST_TOKENS = 200;

    private static VoicesCodec codec() throws UnsuitableDocumentException {
        return codecOf(
                Pieces.of("4/4", voice("72 4 74 12"), voice("60 16"), voice("48 16")),
                Pieces.of("3/4", voice("0 8 72 4 74 12"), voice("0 8 60 4 59 12")),
                Pieces.of("6/8", voice("72 12"), voice("60 12")));
    }

    /** A walk that ends when it may, with even chances, or is cut off. */
    private static int[] walk(VoicesCodec codec, Random random) {
        int end = codec.vocabulary().id(new VoiceToken.End().symbol());
        boolean[] allowed = new boolean[codec.vocabulary().size()];
        CodecState state = codec.start();
        int[] tokens = new int[MOST_TOKENS];
        for (int length = 0; length < MOST_TOKENS; length++) {
            state.allowed(allowed);
            int[] choices =
                    IntStream.range(0, allowed.length).filter(id -> allowed[id]).toArray();
            assertThat(choices).isNotEmpty().doesNotContain(Vocabulary.UNKNOWN);
            boolean ends = allowed[end] && random.nextBoolean();
            tokens[length] = ends ? end : choices[random.nextInt(choices.length)];
            state.accept(tokens[length]);
            if (tokens[length] == end) {
                return Arrays.copyOf(tokens, length + 1);
            }
        }
        return tokens;
    }

    @Test
    void everyWalkDecodesToFullBarsWithoutEmptyNotes() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        int end = codec.vocabulary().id(new VoiceToken.End().symbol());
        int ended = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            int[] tokens = walk(codec, new Random(seed));
            Score score = codec.decode(tokens, "walk " + seed);
            List<Note> notes = score.tracks().stream()
                    .flatMap(track -> track.notes().stream())
                    .toList();
            assertThat(notes).allMatch(note -> note.duration() % VoiceLines.STEP == 0);
            if (tokens[tokens.length - 1] == end) {
                ended++;
                assertThat(score.end()).isPositive();
                assertThat(score.end() % score.meters().get(0).meter().ticksPerBar())
                        .isZero();
                assertThat(notes).hasSize(sounds(codec, tokens));
            }
        }
        assertThat(ended).isGreaterThan(WALKS / 10);
    }

    private static int sounds(VoicesCodec codec, int[] tokens) {
        return (int) Arrays.stream(tokens)
                .mapToObj(token -> codec.start().effect(token))
                .filter(Effect.Sound.class::isInstance)
                .count();
    }

    @Test
    void aPieceHasJustTheBarsThatItAnnounces() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        int end = codec.vocabulary().id(new VoiceToken.End().symbol());
        int counted = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            int[] tokens = walk(codec, new Random(seed));
            CodecState state = codec.start();
            Effect.Begin begin = (Effect.Begin) state.effect(tokens[0]);
            Effect.Length length = (Effect.Length) state.effect(tokens[2]);
            Score score = codec.decode(tokens, "walk " + seed);
            long bars = (score.end() - (begin.position() > 0 ? begin.meter().ticksPerBar() : 0))
                    / begin.meter().ticksPerBar();
            if (tokens[tokens.length - 1] == end && length.bars() != Effect.Length.MORE_BARS) {
                counted++;
                assertThat(bars).isEqualTo(length.bars());
            }
        }
        assertThat(counted).isGreaterThan(WALKS / 10);
    }

    @Test
    void justTheTokensThatTheGrammarAllowsHaveAScore() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        boolean[] allowed = new boolean[codec.vocabulary().size()];
        int[] indices = new int[codec.vocabulary().size() * codec.terms()];
        for (int seed = 0; seed < 50; seed++) {
            var state = codec.start();
            for (int token : walk(codec, new Random(seed))) {
                state.allowed(allowed);
                state.scores(indices);
                for (int id = 0; id < allowed.length; id++) {
                    boolean scored = indices[id * codec.terms()] != -1;
                    assertThat(scored).isEqualTo(allowed[id] || id == Vocabulary.UNKNOWN);
                }
                assertThat(Arrays.stream(indices)).allMatch(index -> index >= -1 && index < codec.scores());
                state.accept(token);
            }
        }
    }

    @Test
    void afterAnUnknownTokenAnythingMayCome() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        int[] indices = new int[codec.vocabulary().size() * codec.terms()];
        var state = codec.start();
        state.accept(Vocabulary.UNKNOWN);
        state.scores(indices);
        for (int id = 0; id < codec.vocabulary().size(); id++) {
            assertThat(indices[id * codec.terms()]).isEqualTo(id);
        }
    }

    @Test
    void everyVoiceIsSetBeforeTheFirstShift() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        for (int seed = 0; seed < WALKS; seed++) {
            int[] tokens = walk(codec, new Random(seed));
            List<String> kinds = Arrays.stream(tokens)
                    .limit(7)
                    .mapToObj(token -> codec.vocabulary().symbol(token).replaceAll("(NOTE|REST) (\\d).*", "$2"))
                    .toList();
            assertThat(kinds.get(0)).startsWith("BEGIN");
            assertThat(kinds.get(1)).startsWith("KEY");
            assertThat(kinds.get(2)).startsWith("LENGTH");
            assertThat(kinds.subList(3, 6)).containsExactly("0", "1", "2");
            assertThat(kinds.get(6)).startsWith("SHIFT");
        }
    }

    @Test
    void theSecondInputIsThePositionInTheBar() throws UnsuitableDocumentException {
        VoicesCodec codec = codec();
        for (int seed = 0; seed < 50; seed++) {
            var state = codec.start();
            int[] units = new int[codec.slots()];
            state.units(units);
            assertThat(units).startsWith(-1, -1);
            int[] tokens = walk(codec, new Random(seed));
            int first = -1;
            int bar = 0;
            int position = 0;
            for (int token : tokens) {
                Effect effect = state.effect(token);
                state.accept(token);
                state.units(units);
                if (effect instanceof Effect.Begin begin) {
                    position = begin.position() / VoiceLines.STEP;
                    bar = begin.meter().ticksPerBar() / VoiceLines.STEP;
                    first = units[1] - position;
                    assertThat(first).isBetween(codec.vocabulary().size(), codec.inputs() - bar);
                } else if (effect instanceof Effect.Advance advance) {
                    position = (position + advance.ticks() / VoiceLines.STEP) % bar;
                }
                assertThat(units).startsWith(token, first + position);
            }
        }
    }
}
