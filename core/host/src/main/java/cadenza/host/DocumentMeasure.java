package cadenza.host;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Model;
import cadenza.api.MusicCodec;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.api.document.Text;
import cadenza.host.sampling.Likelihood;
import java.util.List;
import java.util.function.BiConsumer;

/** Adds up how well a model predicts documents, one after the other. */
final class DocumentMeasure {
    private final Model model;
    private final BiConsumer<Document, String> leftOut;
    private long measured;
    private long tokens;
    private long unknown;
    private double nats;
    private double unknownNats;
    private double endNats;
    private long characters;
    private long ticks;

    DocumentMeasure(Model model, BiConsumer<Document, String> leftOut) {
        this.model = model;
        this.leftOut = leftOut;
    }

    Evaluation measure(List<Document> documents, Medium medium) {
        for (Document document : documents) {
            try {
                add(document);
            } catch (UnsuitableDocumentException e) {
                leftOut.accept(document, e.getMessage());
            }
        }
        if (tokens == 0) {
            throw new UserException("none of the " + documents.size() + " documents fits the model's coding");
        }
        int ticksPerStep = model.codec() instanceof MusicCodec music ? music.ticksPerStep() : 1;
        return new Evaluation(
                medium,
                measured,
                tokens,
                unknown,
                nats,
                unknownNats,
                endNats,
                characters,
                ticks / ticksPerStep,
                (double) ticks / Score.TICKS_PER_QUARTER);
    }

    @SuppressWarnings("unchecked") // a generator's codec holds the documents of its medium
    private void add(Document document) throws UnsuitableDocumentException {
        int[] sequence = ((Codec<Document>) model.codec()).encode(document);
        CodecState state = model.codec().start();
        nats += Likelihood.negativeLog(model, sequence, (step, tokenNats) -> add(state, sequence[step], tokenNats));
        if (document instanceof Text text) {
            characters += text.content().codePointCount(0, text.content().length());
        }
        tokens += sequence.length;
        measured++;
    }

    private void add(CodecState state, int token, double tokenNats) {
        Effect effect = state.effect(token);
        if (effect instanceof Effect.Advance advance) {
            ticks += advance.ticks();
        } else if (effect instanceof Effect.End) {
            endNats += tokenNats;
        }
        if (token == Vocabulary.UNKNOWN) {
            unknown++;
            unknownNats += tokenNats;
        }
        state.accept(token);
    }
}
