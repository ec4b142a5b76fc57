package example;

import cadenza.api.Codec;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import java.util.Arrays;

/** The logarithms of how often each token followed each other. */
record MarkovModel(Characters characters, float[] scores) implements Model {
    @Override
    public Codec<?> codec() {
        return characters;
    }

    @Override
    public Predictor start() {
        int size = characters.vocabulary().size();
        return new Predictor() {
            @Override
            public float[] first() {
                return next(size);
            }

            @Override
            public float[] next(int token) {
                return Arrays.copyOfRange(scores, token * size, (token + 1) * size);
            }
        };
    }

    @Override
    public ModelContents contents() {
        return MarkovText.contents(characters.vocabulary(), scores);
    }
}
