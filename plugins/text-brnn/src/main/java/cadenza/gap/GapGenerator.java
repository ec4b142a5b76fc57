package cadenza.gap;

import cadenza.api.CodePointCodec;
import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Medium;
import cadenza.api.document.Text;
import cadenza.recurrent.BidirectionalModel;
import cadenza.recurrent.Cell;
import cadenza.training.RecurrentDefaults;
import cadenza.training.RecurrentTraining;
import cadenza.training.TokenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.pf4j.Extension;

/** The generator {@code text-brnn}. */
@Extension
public final class GapGenerator implements Generator {
    private static final String FEWEST = "min-count";
    private static final int SHORTEST_STRETCH = 8;
    private static final RecurrentDefaults DEFAULTS = new RecurrentDefaults(Cell.GRU, 2, 256, 0.2, 32, 192, 2e-3);

    @Override
    public GeneratorInfo info() {
        List<GeneratorOption> options = new ArrayList<>(DEFAULTS.options());
        options.add(
                new GeneratorOption.Whole(FEWEST, "characters seen fewer times are unknown (UNK)", 2, 1, 1_000_000));
        return new GeneratorInfo(
                "text-brnn",
                Medium.TEXT,
                "Gaps in text, filled from what is before and behind, with a bidirectional GRU",
                options,
                true);
    }

    @Override
    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
        int steps = RecurrentTraining.steps(options);
        if (steps < SHORTEST_STRETCH) {
            throw new UserException(
                    "--steps " + steps + " leaves no text around a gap; give " + SHORTEST_STRETCH + " or more");
        }
        List<Text> training = Corpus.texts(corpus.training());
        GapCodec codec = codec(options, CodePointCodec.counts(training));
        List<TokenSequence> tokens = training.stream().map(codec::tokens).toList();
        List<TokenSequence> validation =
                Corpus.texts(corpus.validation()).stream().map(codec::tokens).toList();
        if (total(tokens) <= steps) {
            throw new UserException("the corpus has " + total(tokens) + " characters to train on, not one window of "
                    + steps + "; give more text or lower --steps");
        }
        listener.started(new CorpusReport(
                total(tokens),
                total(validation),
                codec.vocabulary().size(),
                unknown(tokens) + unknown(validation),
                List.of(),
                List.of()));
        return RecurrentTraining.train(
                codec,
                Settings.empty(),
                new GapStretches(tokens, steps),
                new GapStretches(validation, steps).epoch(new Random(options.seed())),
                options,
                listener);
    }

    private static GapCodec codec(TrainingOptions options, Map<Integer, Long> counts) {
        int fewest = options.settings().integer(FEWEST, 1, 1_000_000);
        if (options.start() instanceof TrainingStart.FromModel from) {
            return GapCodec.grown(from.model().vocabulary(), counts, fewest);
        }
        return RecurrentTraining.startingModel(options)
                .map(model -> GapCodec.open(model.vocabulary(), Settings.empty()))
                .orElseGet(() -> GapCodec.of(counts, fewest));
    }

    private static long total(List<TokenSequence> tokens) {
        return tokens.stream().mapToLong(TokenSequence::length).sum();
    }

    private static long unknown(List<TokenSequence> tokens) {
        return tokens.stream().mapToLong(text -> text.count(Vocabulary.UNKNOWN)).sum();
    }

    @Override
    public Model open(ModelContents contents) {
        return BidirectionalModel.open(contents, GapCodec::open);
    }
}
