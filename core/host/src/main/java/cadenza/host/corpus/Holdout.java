package cadenza.host.corpus;

import cadenza.api.Corpus;
import cadenza.api.document.Document;
import cadenza.api.document.Score;
import cadenza.host.text.PiecedText;
import java.util.ArrayList;
import java.util.List;

/** Keeps a part for validation: the last tenth of each text, every tenth piece of music. */
final class Holdout {
    private static final int EVERY = 10;

    private final List<Document> training = new ArrayList<>();
    private final List<Document> validation = new ArrayList<>();
    private int documents;

    /** Parts a text. */
    void add(PiecedText text) {
        documents++;
        long characters = text.characters();
        long cut = characters * (EVERY - 1) / EVERY;
        training.add(text.part(0, cut));
        validation.add(text.part(cut, characters));
    }

    /** Gives a piece of music to one of the two. */
    void add(Score score) {
        documents++;
        (documents % EVERY == 0 ? validation : training).add(score);
    }

    /** Gives pieces of music that were parted already to both. */
    void add(List<Score> toTrainOn, List<Score> toValidateOn) {
        documents += toTrainOn.size() + toValidateOn.size();
        training.addAll(toTrainOn);
        validation.addAll(toValidateOn);
    }

    /** How many documents were added. */
    int documents() {
        return documents;
    }

    /** What was added, in that order. */
    Corpus corpus() {
        return new Corpus(training, validation);
    }
}
