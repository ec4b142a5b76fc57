package cadenza.music;

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
import cadenza.recurrent.Cell;
import cadenza.recurrent.RecurrentModel;
import cadenza.training.RecurrentDefaults;
import cadenza.training.RecurrentTraining;
import cadenza.training.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pf4j.Extension;

/** The generator {@code music-gru}. */
@Extension
public final class MusicGenerator implements Generator {
    private static final String TRANSPOSE = "transpose";
    private static final int SEMITONES_DOWN = -5;
    private static final int SEMITONES_UP = 6;
    private static final RecurrentDefaults DEFAULTS = new RecurrentDefaults(Cell.GRU, 1, 256, 0.4, 16, 64, 3e-3);

    @Override
    public GeneratorInfo info() {
        List<GeneratorOption> options = new ArrayList<>(DEFAULTS.options());
        options.add(new GeneratorOption.Choice(
                TRANSPOSE, "learn each piece in every key, or as it is", "all", List.of("all", "none")));
        return new GeneratorInfo("music-gru", Medium.MUSIC, "Music in two to six voices, with a GRU", options);
    }

    @Override
    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
        boolean transpose = options.settings().text(TRANSPOSE).equals("all");
        int lowest = transpose ? SEMITONES_DOWN : 0;
        int highest = transpose ? SEMITONES_UP : 0;
        List<LeftOut> leftOut = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        List<VoiceLines> lines = new ArrayList<>();
        for (Score score : Corpus.scores(corpus.training())) {
            try {
                lines.add(VoiceLines.of(score));
                scores.add(score);
            } catch (UnsuitableDocumentException e) {
                leftOut.add(new LeftOut(score.title(), e.getMessage()));
            }
        }
        if (scores.isEmpty()) {
            throw new UserException(
                    leftOut.isEmpty()
                            ? "the corpus has no piece to train on"
                            : "none of the " + leftOut.size() + " pieces to train on can be used; the first, "
                                    + leftOut.get(0).title() + ": "
                                    + leftOut.get(0).reason());
        }
        VoicesCodec codec = VoicesCodec.of(scores, lines, lowest, highest);
        List<int[]> training = encode(codec, scores, leftOut);
        List<int[]> validation = encode(codec, Corpus.scores(corpus.validation()), leftOut);
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
                List.of(),
                leftOut));
        return RecurrentTraining.train(
                codec,
                codec.settings(),
                new TransposedPieces(codec, training, lowest, highest),
                validation.stream().map(piece -> Sequence.of(codec, piece)).toList(),
                options,
                listener);
    }

    private static List<int[]> encode(VoicesCodec codec, List<Score> scores, List<LeftOut> leftOut) {
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
        return RecurrentModel.open(contents, VoicesCodec::open);
    }
}
