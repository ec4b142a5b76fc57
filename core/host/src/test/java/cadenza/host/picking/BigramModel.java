package cadenza.host.picking;

import cadenza.api.CodePointCodec;
import cadenza.api.Codec;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A text model in which what comes next depends on the last character alone. */
final class BigramModel implements Model {
    private static final float NEVER = -60;

    private final CodePointCodec codec;
    private final Map<String, Map<String, Double>> probabilities;
    private final boolean copied;

    /**
     * @param probabilities of the next character after each character, and after the empty text
     * @param copied whether its predictors can be
     */
    BigramModel(List<String> characters, Map<String, Map<String, Double>> probabilities, boolean copied) {
        this.codec = new CodePointCodec(Vocabulary.of(characters));
        this.probabilities = probabilities;
        this.copied = copied;
    }

    @Override
    public Codec<?> codec() {
        return codec;
    }

    @Override
    public Predictor start() {
        return new LastCharacter();
    }

    private final class LastCharacter implements Predictor {
        @Override
        public float[] first() {
            return logits("");
        }

        @Override
        public float[] next(int token) {
            return logits(codec.vocabulary().symbol(token));
        }

        private float[] logits(String last) {
            float[] logits = new float[codec.vocabulary().size()];
            Arrays.fill(logits, NEVER);
            probabilities
                    .get(last)
                    .forEach((next, probability) ->
                            logits[codec.vocabulary().id(next)] = (float) StrictMath.log(probability));
            return logits;
        }

        @Override
        public Optional<Predictor> copy() {
            return copied ? Optional.of(new LastCharacter()) : Optional.empty();
        }
    }

    @Override
    public ModelContents contents() {
        return new ModelContents(Settings.empty(), codec.vocabulary(), Map.of());
    }
}
