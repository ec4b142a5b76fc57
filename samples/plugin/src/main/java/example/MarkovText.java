package example;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Medium;
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
        String text = String.join("\n", Corpus.texts(corpus.training()).stream().map(t -> t.content()).toList());
        if (text.isEmpty()) {
            throw new UserException("the corpus has no characters to learn from");
        }
        List<String> symbols = text.codePoints().distinct().sorted().mapToObj(Character::toString).toList();
        Characters codec = new Characters(Vocabulary.of(symbols));
        int size = codec.vocabulary().size();
        float[] scores = new float[(size + 1) * size]; // row of the last token; the last row is the empty input
        int last = size;
        for (int token : codec.encode(text)) {
            scores[last * size + token]++;
            last = token;
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) StrictMath.log(scores[i] + 0.01); // a little for what was never seen
        }
        listener.started(new CorpusReport(text.length(), 0, size, 0, List.of(), List.of()));
        return new MarkovModel(codec, scores);
    }

    @Override
    public Model open(ModelContents contents) {
        int size = contents.vocabulary().size();
        return new MarkovModel(new Characters(contents.vocabulary()), contents.tensor("scores", size + 1, size));
    }

    static ModelContents contents(Vocabulary vocabulary, float[] scores) {
        int size = vocabulary.size();
        return new ModelContents(
                Settings.empty(), vocabulary, Map.of("scores", new Tensor(new int[] {size + 1, size}, scores)));
    }
}
