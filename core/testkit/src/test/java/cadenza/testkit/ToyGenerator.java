package cadenza.testkit;

import cadenza.api.CodePointCodec;
import cadenza.api.Codec;
import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.document.Medium;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A generator that keeps every promise: characters by how often they occur. Its parts are made by methods to spoil. */
public class ToyGenerator implements Generator {
    @Override
    public GeneratorInfo info() {
        return new GeneratorInfo(
                "toy", Medium.TEXT, "A toy", List.of(new GeneratorOption.Whole("rare", "How rare is rare.", 1, 1, 9)));
    }

    @Override
    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
        Map<Integer, Long> counts = CodePointCodec.counts(Corpus.texts(corpus.training()));
        CodePointCodec codec = CodePointCodec.of(counts, 1);
        float[] scores = new float[codec.vocabulary().size()];
        counts.forEach((codePoint, count) ->
                scores[codec.vocabulary().id(Character.toString(codePoint))] = (float) StrictMath.log(count));
        listener.started(new CorpusReport(1, 0, scores.length, 0, List.of(), List.of()));
        return model(codec, scores);
    }

    @Override
    public Model open(ModelContents contents) {
        int size = contents.vocabulary().size();
        return model(new CodePointCodec(contents.vocabulary()), contents.tensor("scores", size));
    }

    /** The model of these scores. */
    protected Model model(CodePointCodec codec, float[] scores) {
        return new ToyModel(codec, scores);
    }

    /** The codec, as models show it. */
    protected Codec<?> codec(CodePointCodec codec) {
        return codec;
    }

    /** Logits after a token, or -1 after none. */
    protected float[] logits(float[] scores, int last) {
        return scores.clone();
    }

    /** A model, to be spoiled in turn. */
    protected class ToyModel implements Model {
        private final CodePointCodec codec;
        private final float[] scores;

        protected ToyModel(CodePointCodec codec, float[] scores) {
            this.codec = codec;
            this.scores = scores;
        }

        @Override
        public Codec<?> codec() {
            return ToyGenerator.this.codec(codec);
        }

        @Override
        public Predictor start() {
            return new Predictor() {
                @Override
                public float[] first() {
                    return logits(scores, -1);
                }

                @Override
                public float[] next(int token) {
                    return logits(scores, token);
                }

                @Override
                public Optional<Predictor> copy() {
                    return Optional.of(copied(this));
                }
            };
        }

        /** A copy of a predictor. */
        protected Predictor copied(Predictor predictor) {
            return predictor;
        }

        @Override
        public ModelContents contents() {
            Tensor tensor = new Tensor(new int[] {scores.length}, scores);
            return new ModelContents(Settings.empty(), codec.vocabulary(), Map.of("scores", tensor));
        }
    }
}
