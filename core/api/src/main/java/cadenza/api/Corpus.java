package cadenza.api;

import cadenza.api.document.Document;
import cadenza.api.document.Score;
import cadenza.api.document.Text;
import java.util.List;

/**
 * The documents to learn from, all of the generator's medium.
 *
 * @param training what the weights are fitted to
 * @param validation what is only measured, never trained on
 */
public record Corpus(List<Document> training, List<Document> validation) {
    public Corpus {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /** The texts among these documents, in order. */
    public static List<Text> texts(List<Document> documents) {
        return documents.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .toList();
    }

    /** The scores among these documents, in order. */
    public static List<Score> scores(List<Document> documents) {
        return documents.stream()
                .filter(Score.class::isInstance)
                .map(Score.class::cast)
                .toList();
    }
}
