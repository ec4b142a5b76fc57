package cadenza.music;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport;
import cadenza.api.CorpusReport.LeftOut;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.music.coding.Coding;
import cadenza.music.coding.PieceCodec;
import cadenza.music.coding.TransposedPieces;
import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkContents;
import cadenza.recurrent.RecurrentModel;
import cadenza.training.RecurrentDefaults;
import cadenza.training.RecurrentTraining;
import cadenza.training.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** The generator {@code music-gru}. */
@Extension
public final class MusicGenerator implements Generator {
    private static final String CODING = "coding";
    private static final String TRANSPOSE = "transpose";
    private static final String BY_CORPUS = "auto";
    private static final double HELD_SHARE = 0.9;
    private static final int SEMITONES_DOWN = -5;
    private static final int SEMITONES_UP = 6;
    private static final RecurrentDefaults DEFAULTS = new RecurrentDefaults(Cell.GRU, 1, 256, 0.5, 16, 64, 1.5e-3);

    @Override
    public GeneratorInfo info() {
        List<GeneratorOption> options = new ArrayList<>(DEFAULTS.options());
        options.add(RecurrentDefaults.inputDropout(0.2));
        List<String> codings = new ArrayList<>(List.of(BY_CORPUS));
        codings.addAll(Codings.names());
        options.add(new GeneratorOption.Choice(
                CODING, "how pieces are written as tokens; auto takes what suits the corpus", BY_CORPUS, codings));
        options.add(new GeneratorOption.Choice(
                TRANSPOSE,
                "learn each piece in every key, or as it is; auto does what suits the coding",
                BY_CORPUS,
                List.of(BY_CORPUS, "all", "none")));
        return new GeneratorInfo(
                "music-gru", Medium.MUSIC, "Music in voices, drums, tracks or chords, with a GRU", options, true);
    }

    @Override
    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
        List<LeftOut> leftOut = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Optional<PieceCodec> known = knownCodec(options, remarks);
        Coding coding = known.isPresent()
                ? Codings.named(known.get().settings().text(CODING))
                : coding(options.settings(), corpus, remarks);
        boolean transpose = transposed(options.settings(), coding);
        int lowest = transpose ? SEMITONES_DOWN : 0;
        int highest = transpose ? SEMITONES_UP : 0;
        List<Score> scores = suitable(coding, Corpus.scores(corpus.training()), leftOut);
        if (scores.isEmpty()) {
            throw new UserException(
                    leftOut.isEmpty()
                            ? "the corpus has no piece to train on"
                            : "none of the " + leftOut.size() + " pieces to train on can be used; the first, "
                                    + leftOut.get(0).title() + ": "
                                    + leftOut.get(0).reason());
        }
        remarks.addAll(coding.remarks(scores));
        PieceCodec codec = known.orElseGet(() -> coding.codecOf(scores, lowest, highest));
        List<int[]> training = encode(codec, scores, leftOut, known.isPresent());
        if (training.isEmpty()) {
            throw new UserException("the model knows all tokens of none of the " + scores.size()
                    + " pieces to train on; train a model of its own on them");
        }
        List<int[]> validation = encode(codec, Corpus.scores(corpus.validation()), leftOut, false);
        long length = total(training);
        if (length <= RecurrentTraining.steps(options)) {
            throw new UserException("the corpus has " + length + " tokens to train on, not one window of "
                    + RecurrentTraining.steps(options) + "; give more music or lower --steps");
        }
        listener.started(new CorpusReport(
                length,
                total(validation),
                codec.vocabulary().size(),
                unknown(training) + unknown(validation),
                remarks,
                leftOut));
        return RecurrentTraining.train(
                codec,
                codec.settings(),
                new TransposedPieces(codec, training, lowest, highest),
                validation.stream().map(piece -> Sequence.of(codec, piece)).toList(),
                options,
                listener);
    }

    /** The codec of the model that the training begins from. @throws UserException if another coding was asked for */
    private static Optional<PieceCodec> knownCodec(TrainingOptions options, List<String> remarks) {
        Optional<ModelContents> model = RecurrentTraining.startingModel(options);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        PieceCodec codec = Codings.open(model.get().vocabulary(), NetworkContents.codecSettings(model.get()));
        String name = codec.settings().text(CODING);
        String asked = options.settings().text(CODING);
        if (!asked.equals(BY_CORPUS) && !asked.equals(name)) {
            throw new UserException(
                    "the model to begin from has the coding " + name + ", not " + asked + "; leave --coding out");
        }
        remarks.add("coding: " + name + ", that of the model to begin from");
        return Optional.of(codec);
    }

    /**
     * The coding that was asked for, or the first that holds nine of ten pieces to train on, or else the one that holds
     * most.
     */
    private static Coding coding(Settings settings, Corpus corpus, List<String> remarks) {
        if (!settings.text(CODING).equals(BY_CORPUS)) {
            return Codings.named(settings.text(CODING));
        }
        List<Score> scores = Corpus.scores(corpus.training());
        Coding best = Codings.ALL.get(0);
        int most = -1;
        for (Coding coding : Codings.ALL) {
            int held = coding.chosenByCorpus()
                    ? suitable(coding, scores, new ArrayList<>()).size()
                    : -1;
            if (held > most) {
                best = coding;
                most = held;
            }
            if (most >= HELD_SHARE * scores.size()) {
                break;
            }
        }
        boolean enough = most >= HELD_SHARE * scores.size();
        remarks.add("coding: " + best.name() + ", "
                + (enough ? "the first to hold nine of ten pieces" : "which holds most pieces") + ": " + most + " of "
                + scores.size());
        return best;
    }

    private static boolean transposed(Settings settings, Coding coding) {
        return switch (settings.text(TRANSPOSE)) {
            case "all" -> true;
            case "none" -> false;
            default -> coding.transposedByDefault();
        };
    }

    private static List<Score> suitable(Coding coding, List<Score> scores, List<LeftOut> leftOut) {
        List<Score> suitable = new ArrayList<>();
        for (Score score : scores) {
            try {
                coding.check(score);
                suitable.add(score);
            } catch (UnsuitableDocumentException e) {
                leftOut.add(new LeftOut(score.title(), e.getMessage()));
            }
        }
        return suitable;
    }

    /** @param wholly whether a piece with a token that is not in the vocabulary is left out */
    private static List<int[]> encode(PieceCodec codec, List<Score> scores, List<LeftOut> leftOut, boolean wholly) {
        List<int[]> pieces = new ArrayList<>();
        for (Score score : scores) {
            try {
                int[] piece = codec.encode(score);
                long unknown = unknown(List.of(piece));
                if (wholly && unknown > 0) {
                    throw new UnsuitableDocumentException(
                            "the model to begin from does not know " + unknown + " of its " + piece.length + " tokens");
                }
                pieces.add(piece);
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
        return RecurrentModel.open(contents, Codings::open);
    }
}
