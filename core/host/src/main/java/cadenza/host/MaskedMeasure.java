package cadenza.host;

import cadenza.api.Codec;
import cadenza.api.MaskedPredictor;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.host.rewriting.MaskedAccuracy;
import cadenza.host.rewriting.Sheet;
import java.util.List;
import java.util.function.BiConsumer;

/** Adds up how well a model predicts masked places of documents, one document after the other. */
final class MaskedMeasure {
    private final OpenedModel opened;
    private final BiConsumer<Document, String> leftOut;

    MaskedMeasure(OpenedModel opened, BiConsumer<Document, String> leftOut) {
        this.opened = opened;
        this.leftOut = leftOut;
    }

    MaskedEvaluation measure(List<Document> documents) {
        MaskedPredictor predictor = opened.expectMasked();
        MaskedAccuracy sum = MaskedAccuracy.NONE;
        long measured = 0;
        for (Document document : documents) {
            try {
                sum = sum.plus(MaskedAccuracy.of(predictor, sheet(document), MaskedEvaluation.MOST_PLACES));
                measured++;
            } catch (UnsuitableDocumentException e) {
                leftOut.accept(document, e.getMessage());
            }
        }
        if (sum.measured() == 0) {
            throw new UserException("none of the " + documents.size() + " documents fits the model's coding");
        }
        return new MaskedEvaluation(opened.generator().info().medium(), measured, sum);
    }

    @SuppressWarnings("unchecked") // a generator's codec holds the documents of its medium
    private Sheet sheet(Document document) throws UnsuitableDocumentException {
        Codec<Document> codec = (Codec<Document>) opened.model().codec();
        return new Sheet(codec, codec.encode(document));
    }
}
