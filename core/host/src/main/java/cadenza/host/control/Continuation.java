package cadenza.host.control;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Score;
import cadenza.host.sampling.BarLimit;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Playhead;
import java.util.Arrays;

/**
 * A prime as a model hears it: its tokens, and where they end. New music begins there: on a bar line where the coding
 * fills up a last bar that is not full, else within that bar.
 */
public final class Continuation {
    private static final int[] NO_TOKENS = {};

    private final int[] tokens;
    private final Playhead seam;

    private Continuation(int[] tokens, Playhead seam) {
        this.tokens = tokens;
        this.seam = seam;
    }

    /** Of nothing: the first bar line. */
    public static Continuation ofNothing() {
        return new Continuation(NO_TOKENS, new Playhead());
    }

    /**
     * Writes a prime as tokens without the end; where they announce a length, it is that of the prime and the new bars.
     *
     * @param newBars full bars that are to follow
     * @throws UserException if the coding cannot hold the prime
     */
    public static Continuation of(Prime prime, int newBars, Codec<Score> codec) {
        int[] written = withoutEnd(encoded(prime.score(), codec), codec);
        Continuation alone = new Continuation(written, seam(written, codec));
        int[] announcing = announcing(written, alone.fullBars() + newBars, codec);
        return new Continuation(announcing, alone.seam);
    }

    private static int[] encoded(Score score, Codec<Score> codec) {
        try {
            int[] tokens = codec.encode(score);
            long unknown = Arrays.stream(tokens)
                    .filter(token -> token == Vocabulary.UNKNOWN)
                    .count();
            if (unknown > 0) {
                throw new UserException("--prime '" + score.title() + "' cannot be continued: the model does not know "
                        + unknown + " of its " + tokens.length
                        + " tokens, such as notes outside its range; transpose it,"
                        + " or train on music that has them");
            }
            return tokens;
        } catch (UnsuitableDocumentException e) {
            throw new UserException(
                    "--prime '" + score.title() + "' cannot be continued by this model: " + e.getMessage(), e);
        }
    }

    private static int[] withoutEnd(int[] tokens, Codec<Score> codec) {
        CodecState state = codec.start();
        int count = 0;
        while (count < tokens.length && !(state.effect(tokens[count]) instanceof Effect.End)) {
            state.accept(tokens[count]);
            count++;
        }
        return Arrays.copyOf(tokens, count);
    }

    private static Playhead seam(int[] tokens, Codec<Score> codec) {
        CodecState state = codec.start();
        Playhead playhead = new Playhead();
        for (int token : tokens) {
            playhead.accept(state.effect(token));
            state.accept(token);
        }
        return playhead;
    }

    private static int[] announcing(int[] tokens, int bars, Codec<Score> codec) {
        CodecState state = codec.start();
        Playhead playhead = new Playhead();
        int[] announcing = tokens.clone();
        for (int i = 0; i < tokens.length; i++) {
            if (state.effect(tokens[i]) instanceof Effect.Length) {
                Choices choices = new Choices(codec.vocabulary().size());
                choices.begin(state, playhead);
                new BarLimit(bars).restrict(choices);
                for (int token = 0; token < choices.size(); token++) {
                    if (choices.allows(token) && choices.effect(token) instanceof Effect.Length) {
                        announcing[i] = token;
                    }
                }
            }
            playhead.accept(state.effect(announcing[i]));
            state.accept(announcing[i]);
        }
        return announcing;
    }

    /** What a generation follows first; a copy. */
    public int[] tokens() {
        return tokens.clone();
    }

    /** Full bars that lie before the first new one, a bar that is only filled up included. */
    public int fullBars() {
        return seam.fullBars() + (seam.tickInBar() > 0 ? 1 : 0);
    }

    /** Where in its bar new music begins, in ticks. */
    int tickInBar() {
        return seam.tickInBar();
    }

    /** Whether a note of the prime sounds beyond where new music begins, by its own length. */
    boolean ringsOn(int channel, int pitch) {
        return seam.ringsOn(channel, pitch);
    }

    /**
     * The prime and what was composed after it, as one score; nothing of the prime changes.
     *
     * @param prime what this was made of
     * @param heard its tokens, decoded
     * @param composed all tokens, decoded
     */
    public Score join(Prime prime, Score heard, Score composed, Controls controls) {
        return new JoinedScore(prime.score(), heard, composed, this, controls).score();
    }
}
