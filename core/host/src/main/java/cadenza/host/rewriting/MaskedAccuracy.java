package cadenza.host.rewriting;

import cadenza.api.Effect;
import cadenza.api.MaskedPredictor;
import cadenza.host.sampling.Likelihood;
import java.math.BigInteger;

/**
 * How well a model predicts places of documents from all the others, each place masked alone. The guess at a place is the
 * likeliest of the tokens that the grammar allows there, the first of equals; −ln p is of the softmax over all tokens, as
 * the predictor gives them.
 *
 * @param places that can be redone, measured or not
 * @param measured how many of them were
 * @param hits how many guesses were right; an unknown token never is
 * @param onsets how many of the measured places begin a note
 * @param onsetHits how many of those were guessed, pitch and beginning
 * @param nats −ln p of what stood there, the sum over all measured places
 */
public record MaskedAccuracy(long places, long measured, long hits, long onsets, long onsetHits, double nats) {
    /** Of nothing. */
    public static final MaskedAccuracy NONE = new MaskedAccuracy(0, 0, 0, 0, 0, 0);

    /** Of two measurements together. */
    public MaskedAccuracy plus(MaskedAccuracy other) {
        return new MaskedAccuracy(
                places + other.places,
                measured + other.measured,
                hits + other.hits,
                onsets + other.onsets,
                onsetHits + other.onsetHits,
                nats + other.nats);
    }

    /**
     * Measures a sheet. Each measured place costs a prediction of the whole, so that of a long sheet only some are: by a
     * fixed stride of the golden section, round and round, which spreads them over all voices and beats.
     *
     * @param most places to be measured, 1 or more
     */
    public static MaskedAccuracy of(MaskedPredictor predictor, Sheet sheet, int most) {
        int[] places = sheet.places();
        int[] tokens = sheet.tokens();
        int stride = stride(places.length);
        MaskedAccuracy sum = new MaskedAccuracy(places.length, 0, 0, 0, 0, 0);
        for (long i = 0; i < Math.min(places.length, most); i++) {
            int place = places[(int) (i * stride % places.length)];
            int[] masked = {place};
            float[] logits = predictor.logits(sheet.hidden(tokens, masked), masked)[0];
            int hit = likeliest(sheet, place, logits) == tokens[place] ? 1 : 0;
            int onset = sheet.effect(place) instanceof Effect.Sound ? 1 : 0;
            sum = sum.plus(
                    new MaskedAccuracy(0, 1, hit, onset, hit * onset, Likelihood.negativeLog(logits, tokens[place])));
        }
        return sum;
    }

    /** The least from the golden section on that has no divisor in common with the places, and so meets them all. */
    private static int stride(int places) {
        int stride = Math.max(1, (int) (618L * places / 1000));
        while (BigInteger.valueOf(stride).gcd(BigInteger.valueOf(places)).intValue() > 1) {
            stride++;
        }
        return stride;
    }

    private static int likeliest(Sheet sheet, int place, float[] logits) {
        int best = -1;
        for (int token = 0; token < logits.length; token++) {
            if (sheet.allows(place, token) && (best < 0 || logits[token] > logits[best])) {
                best = token;
            }
        }
        return best;
    }
}
