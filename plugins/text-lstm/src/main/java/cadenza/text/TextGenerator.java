package cadenza.text;

import cadenza.api.CodePointCodec;
import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.FittedOptions;
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
import cadenza.recurrent.Cell;
import cadenza.recurrent.RecurrentModel;
import cadenza.training.RecurrentDefaults;
import cadenza.training.RecurrentTraining;
import cadenza.training.Sequence;
import cadenza.training.TokenSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** The generator {@code text-lstm}. */
@Extension
public final class TextGenerator implements Generator {
    static final String FEWEST = "min-count";
    private static final int MOST_PARTS = 8;
    private static final int LONG_PART = 2000;
    private static final int MOST_NAMED = 12;

    /**
     * Chosen on tinyshakespeare, in nats a character on its last tenth. Learning rate: after four epochs without dropout
     * 0.004, 0.008, 0.012 and 0.016 led to 1.580, 1.516, 1.508 and 1.515. Dropout: after eleven epochs 0.2 and 0.3 led to
     * 1.476 and 1.477; with more of it a longer training is later in learning by heart.
     */
    private static final RecurrentDefaults DEFAULTS = new RecurrentDefaults(Cell.LSTM, 1, 256, 0.3, 32, 64, 1e-2);

    @Override
    public GeneratorInfo info() {
        List<GeneratorOption> options = new ArrayList<>(DEFAULTS.options());
        options.add(
                new GeneratorOption.Whole(FEWEST, "characters seen fewer times are unknown (UNK)", 2, 1, 1_000_000));
        return new GeneratorInfo(
                "text-lstm", Medium.TEXT, "Text, character by character, with an LSTM", List.copyOf(options), true);
    }

    @Override
    public FittedOptions fit(Corpus corpus) {
        return TextFit.of(info().defaults(), CodePointCodec.counts(Corpus.texts(corpus.training())));
    }

    @Override
    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
        List<Text> training = Corpus.texts(corpus.training());
        Map<Integer, Long> counts = CodePointCodec.counts(training);
        CharacterCodec codec = codec(options, counts);
        List<TokenSequence> tokens = training.stream().map(codec::tokens).toList();
        List<TokenSequence> validationTokens =
                Corpus.texts(corpus.validation()).stream().map(codec::tokens).toList();
        long length = total(tokens);
        if (length <= RecurrentTraining.steps(options)) {
            throw new UserException("the corpus has " + length + " characters to train on, not one window of "
                    + RecurrentTraining.steps(options) + "; give more text or lower --steps");
        }
        listener.started(report(codec, counts, tokens, validationTokens, grownBy(options, codec)));
        int newline = codec.vocabulary().id("\n");
        return RecurrentTraining.train(
                codec,
                Settings.empty(),
                new TextSequences(
                        tokens,
                        newline == Vocabulary.UNKNOWN ? -1 : newline,
                        parts(length, RecurrentTraining.batch(options))),
                validationTokens.stream().map(Sequence::ofLastToken).toList(),
                options,
                listener);
    }

    private static CharacterCodec codec(TrainingOptions options, Map<Integer, Long> counts) {
        int fewest = options.settings().integer(FEWEST, 1, 1_000_000);
        if (options.start() instanceof TrainingStart.FromModel from) {
            return CharacterCodec.grown(from.model().vocabulary(), counts, fewest);
        }
        return RecurrentTraining.startingModel(options)
                .map(model -> CharacterCodec.open(model.vocabulary(), Settings.empty()))
                .orElseGet(() -> CharacterCodec.of(counts, fewest));
    }

    /** How many characters the codec has more than the model that the training begins from. */
    private static int grownBy(TrainingOptions options, CharacterCodec codec) {
        int size = codec.vocabulary().size();
        return RecurrentTraining.startingModel(options)
                .map(model -> size - model.vocabulary().size())
                .orElse(0);
    }

    /** Several parts a lane, so that a beginning is seen often, as long as they are long enough to carry a state. */
    private static int parts(long length, int lanes) {
        return (int) Math.max(lanes, Math.min((long) MOST_PARTS * lanes, length / LONG_PART / lanes * lanes));
    }

    private static long total(List<TokenSequence> tokens) {
        return tokens.stream().mapToLong(TokenSequence::length).sum();
    }

    private static CorpusReport report(
            CharacterCodec codec,
            Map<Integer, Long> counts,
            List<TokenSequence> training,
            List<TokenSequence> validation,
            int grownBy) {
        long unknown = unknown(training) + unknown(validation);
        List<Integer> rare = counts.keySet().stream()
                .filter(codePoint -> codec.vocabulary().id(Character.toString(codePoint)) == Vocabulary.UNKNOWN)
                .sorted(Comparator.naturalOrder())
                .toList();
        List<String> remarks = new ArrayList<>();
        if (grownBy > 0) {
            remarks.add(grownBy + (grownBy == 1 ? " character is" : " characters are") + " new to the model");
        }
        if (!rare.isEmpty()) {
            remarks.add(rare.size() + (rare.size() == 1 ? " rare character" : " rare characters") + " became UNK: "
                    + String.join(
                            " ",
                            rare.stream()
                                    .limit(MOST_NAMED)
                                    .map(TextGenerator::named)
                                    .toList())
                    + (rare.size() > MOST_NAMED ? " …" : ""));
        }
        return new CorpusReport(
                total(training), total(validation), codec.vocabulary().size(), unknown, remarks, List.of());
    }

    private static long unknown(List<TokenSequence> tokens) {
        return tokens.stream().mapToLong(text -> text.count(Vocabulary.UNKNOWN)).sum();
    }

    private static String named(int codePoint) {
        // Of the rest a terminal shows little: controls, blanks, marks that join what stands before them.
        boolean visible = Character.isLetterOrDigit(codePoint) || codePoint > ' ' && codePoint < 0x7F;
        return visible ? Character.toString(codePoint) : String.format("U+%04X", codePoint);
    }

    @Override
    public Model open(ModelContents contents) {
        return RecurrentModel.open(contents, CharacterCodec::open);
    }
}
