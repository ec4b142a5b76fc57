package cadenza.testkit;

import cadenza.api.BatchPredictor;
import cadenza.api.CodePointCodec;
import cadenza.api.MaskedPredictor;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import java.util.Arrays;
import java.util.Optional;

/**
 * A generator that keeps every promise and whose models only rewrite: characters by how often they occur, those that stand
 * beside likelier. Its parts are made by methods to spoil.
 */
public class RewritingToyGenerator extends ToyGenerator {
    @Override
    protected Model model(CodePointCodec codec, float[] scores) {
        return new RewritingModel(codec, scores);
    }

    /** A model that says it has other contents than it has. */
    protected Model model(CodePointCodec codec, float[] scores, ModelContents contents) {
        return new RewritingModel(codec, scores) {
            @Override
            public ModelContents contents() {
                return contents;
            }
        };
    }

    /** What start() gives in the place of an improvising predictor. */
    protected Predictor started(Predictor improvising) {
        throw new UnsupportedOperationException("it does not improvise");
    }

    /** Masked logits: of each place the scores, and one nat more for what stands beside and is not masked. */
    protected float[][] masked(float[] scores, int[] tokens, int[] masked) {
        float[][] logits = new float[masked.length][];
        for (int i = 0; i < masked.length; i++) {
            logits[i] = scores.clone();
            for (int beside : new int[] {masked[i] - 1, masked[i] + 1}) {
                if (beside >= 0 && beside < tokens.length && Arrays.binarySearch(masked, beside) < 0) {
                    logits[i][tokens[beside]]++;
                }
            }
        }
        return logits;
    }

    private class RewritingModel extends ToyModel {
        private final float[] scores;

        RewritingModel(CodePointCodec codec, float[] scores) {
            super(codec, scores);
            this.scores = scores;
        }

        @Override
        public boolean improvises() {
            return false;
        }

        @Override
        public Predictor start() {
            return started(super.start());
        }

        @Override
        public BatchPredictor start(int lanes) {
            start();
            return super.start(lanes);
        }

        @Override
        public Optional<MaskedPredictor> masked() {
            return Optional.of((tokens, masked) -> RewritingToyGenerator.this.masked(scores, tokens, masked));
        }
    }
}
