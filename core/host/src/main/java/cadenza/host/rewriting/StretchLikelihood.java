package cadenza.host.rewriting;

import cadenza.api.Codec;
import cadenza.api.Effect;
import cadenza.api.Model;
import cadenza.api.Predictor;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.sampling.Likelihood;
import cadenza.host.sampling.Place;

/**
 * How well a model that goes from left to right predicts a stretch of a piece, from all that is before it: the mean of
 * −ln p of the tokens that stand within it, p as in {@link Likelihood}. Tokens that the vocabulary lacks are passed over.
 * Immutable; safe for use by several threads if the model is.
 *
 * @param codec the model's
 * @param step of the grid, in ticks
 */
public record StretchLikelihood(Model model, Codec<Score> codec, int step) {
    /**
     * Measures a stretch.
     *
     * @param from in ticks of the piece
     * @param until exclusive
     * @return nats a token; infinite if no token stands there
     * @throws UnsuitableDocumentException if the coding cannot hold the piece
     */
    public double natsPerToken(Score piece, long from, long until) throws UnsuitableDocumentException {
        int[] tokens = codec.encode(piece);
        long offset = offset(piece, tokens);
        Place here = Place.start(codec);
        Predictor predictor = model.start();
        float[] logits = predictor.first();
        double nats = 0;
        int count = 0;
        for (int i = 0; i < tokens.length; i++) {
            long tick = here.playhead().tick() + offset + step / 2;
            if (tick >= until) {
                break;
            }
            if (tick >= from && tokens[i] != Vocabulary.UNKNOWN) {
                nats += Likelihood.negativeLog(logits, tokens[i]);
                count++;
            }
            here.follow(tokens[i]);
            if (i + 1 < tokens.length) {
                logits = predictor.next(tokens[i]);
            }
        }
        return count == 0 ? Double.POSITIVE_INFINITY : nats / count;
    }

    /** What ticks are more in the piece than in its tokens: told from the first note, as a coding may begin there. */
    private long offset(Score piece, int[] tokens) {
        Place here = Place.start(codec);
        for (int token : tokens) {
            long tick = here.playhead().tick();
            if (here.follow(token) instanceof Effect.Sound sound) {
                return first(piece, sound.channel() == Track.PERCUSSION_CHANNEL) - tick;
            }
        }
        return 0;
    }

    private static long first(Score piece, boolean percussion) {
        return piece.tracks().stream()
                .filter(track -> track.percussion() == percussion)
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::tick)
                .min()
                .orElse(0);
    }
}
