package example;

import cadenza.api.CodePointCodec;
import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.document.Medium;
import cadenza.api.document.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** A whole generator: text from a Markov chain, where each character depends on the one before. */
@Extension
public final class MarkovText implements Generator {
    @Override
    public GeneratorInfo info() {
        return new GeneratorInfo("markov-text", Medium.TEXT, "Text from a Markov chain of characters", List.of());
    }

    @Override
    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
        List<Text> texts = Corpus.texts(corpus.training());
        CodePointCodec codec = CodePointCodec.of(CodePointCodec.counts(texts), 1);
        int size = codec.vocabulary().size();
        float[] scores = new float[(size + 1) * size]; // a row for each last token, and one for the empty input
        long tokens = 0;
        for (Text text : texts) {
            int last = size;
            for (int token : codec.encode(text)) {
                scores[last * size + token]++;
                last = token;
                tokens++;
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) StrictMath.log(scores[i] + 0.01); // a little for what was never seen
        }
        listener.started(new CorpusReport(tokens, 0, size, 0, List.of(), List.of()));
        return new Chain(codec, scores);
    }

    @Override
    public Model open(ModelContents contents) {
        int size = contents.vocabulary().size();
        return new Chain(new CodePointCodec(contents.vocabulary()), contents.tensor("scores", size + 1, size));
    }

    private record Chain(CodePointCodec codec, float[] scores) implements Model {
        @Override
        public Predictor start() {
            int size = codec.vocabulary().size();
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
            int size = codec.vocabulary().size();
            Tensor tensor = new Tensor(new int[] {size + 1, size}, scores);
            return new ModelContents(Settings.empty(), codec.vocabulary(), Map.of("scores", tensor));
        }
    }
}
