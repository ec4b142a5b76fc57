package cadenza.chorale;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.CorpusReport.LeftOut;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.api.voices.VoiceLines;
import cadenza.recurrent.BidirectionalModel;
import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkContents;
import cadenza.training.RecurrentDefaults;
import cadenza.training.RecurrentTraining;
import cadenza.training.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.pf4j.Extension;

/** The generator {@code chorale-brnn}. */
@Extension
public final class ChoraleGenerator implements Generator {
    private static final String VOICES = "voices";
    private static final int DEFAULT_VOICES = 4;
    private static final int SEMITONES_DOWN = -5;
    private static final int SEMITONES_UP = 6;

    /** Masked twice over, each stretch otherwise, the validation pieces say twice as surely which weights are best. */
    private static final int VALIDATION_ROUNDS = 2;

    private static final RecurrentDefaults DEFAULTS = new RecurrentDefaults(Cell.GRU, 2, 192, 0.3, 32, 128, 3e-3);

    @Override
    public GeneratorInfo info() {
        List<GeneratorOption> options = new ArrayList<>(DEFAULTS.options());
        options.add(RecurrentDefaults.inputDropout(0.2));
        options.add(new GeneratorOption.Whole(
                VOICES,
                "single lines of every piece",
                DEFAULT_VOICES,
                VoiceLines.FEWEST_VOICES,
                VoiceLines.MOST_VOICES));
        return new GeneratorInfo(
                "chorale-brnn",
                Medium.MUSIC,
                "Music in voices, rewritten from what is around it, with a bidirectional GRU",
                options,
                true);
    }

    @Override
    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
        List<LeftOut> leftOut = new ArrayList<>();
        Optional<ModelContents> known = RecurrentTraining.startingModel(options);
        int voices = known.map(model -> codec(model).layout().voices())
                .orElseGet(() -> options.settings().integer(VOICES, VoiceLines.FEWEST_VOICES, VoiceLines.MOST_VOICES));
        List<Score> scores = new ArrayList<>();
        List<VoiceLines> pieces = new ArrayList<>();
        for (Score score : Corpus.scores(corpus.training())) {
            try {
                pieces.add(VoiceLines.of(score, voices));
                scores.add(score);
            } catch (UnsuitableDocumentException e) {
                leftOut.add(new LeftOut(score.title(), e.getMessage()));
            }
        }
        if (pieces.isEmpty()) {
            throw new UserException(
                    leftOut.isEmpty()
                            ? "the corpus has no piece to train on"
                            : "none of the " + leftOut.size() + " pieces to train on can be used; the first, "
                                    + leftOut.get(0).title() + ": "
                                    + leftOut.get(0).reason());
        }
        GridCodec codec = known.map(ChoraleGenerator::codec).orElseGet(() -> GridCodec.of(scores, pieces, voices));
        List<int[]> training = encode(codec, scores, leftOut);
        List<int[]> validation = encode(codec, Corpus.scores(corpus.validation()), leftOut);
        if (training.isEmpty()) {
            throw new UserException("the model knows the meter of none of the " + scores.size()
                    + " pieces to train on; train a model of its own on them");
        }
        listener.started(new CorpusReport(
                total(training),
                total(validation),
                codec.vocabulary().size(),
                unknown(training) + unknown(validation),
                List.of(),
                leftOut));
        int steps = RecurrentTraining.steps(options);
        Random random = new Random(options.seed());
        GridStretches measured = new GridStretches(codec, validation, steps, 0, 0);
        List<Sequence> validationStretches = new ArrayList<>();
        for (int round = 0; round < VALIDATION_ROUNDS; round++) {
            validationStretches.addAll(measured.epoch(random));
        }
        return RecurrentTraining.train(
                codec,
                codec.settings(),
                new GridStretches(codec, training, steps, SEMITONES_DOWN, SEMITONES_UP),
                validationStretches,
                options,
                listener);
    }

    private static GridCodec codec(ModelContents model) {
        return new GridCodec(model.vocabulary(), NetworkContents.codecSettings(model));
    }

    private static List<int[]> encode(GridCodec codec, List<Score> scores, List<LeftOut> leftOut) {
        List<int[]> pieces = new ArrayList<>();
        for (Score score : scores) {
            try {
                pieces.add(codec.encode(score));
            } catch (UnsuitableDocumentException e) {
                leftOut.add(new LeftOut(score.title(), e.getMessage()));
            }
        }
        return pieces;
    }

    private static long total(List<int[]> pieces) {
        return pieces.stream().mapToLong(piece -> piece.length).sum();
    }

    private static long unknown(List<int[]> pieces) {
        return pieces.stream()
                .flatMapToInt(Arrays::stream)
                .filter(token -> token == Vocabulary.UNKNOWN)
                .count();
    }

    @Override
    public Model open(ModelContents contents) {
        return BidirectionalModel.open(contents, GridCodec::new);
    }
}
