package cadenza.testkit;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Document;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which tokens may come next. */
final class GrammarChecks {
    private final Specimen specimen;

    GrammarChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return new CheckGroup(
                "grammar",
                new Check("a token is allowed until the end, and never the unknown one", this::untilTheEnd),
                new Check("the grammar accepts the training documents", this::trainingDocuments),
                new Check("a copy of a codec's state goes its own way", this::copies));
    }

    private void untilTheEnd() {
        for (int[] tokens : specimen.sampled()) {
            CodecState state = specimen.codec().start();
            boolean ended = false;
            for (int i = 0; i <= tokens.length; i++) {
                if (ended) {
                    ContractViolation.unless(i == tokens.length, "a token follows the end, after %d tokens", i);
                    break;
                }
                boolean[] allowed = allowed(state);
                ContractViolation.unless(
                        IntStream.range(0, allowed.length).anyMatch(token -> allowed[token]),
                        "no token is allowed after %d tokens, and there was no end",
                        i);
                ContractViolation.unless(
                        !allowed[Vocabulary.UNKNOWN], "the unknown token is allowed after %d tokens", i);
                if (i < tokens.length) {
                    ContractViolation.unless(
                            allowed[tokens[i]], "'%s' was sampled where it is not allowed", symbol(tokens[i]));
                    ended = state.effect(tokens[i]) instanceof Effect.End;
                    state.accept(tokens[i]);
                }
            }
        }
    }

    private void trainingDocuments() {
        int accepted = 0;
        for (Document document : specimen.corpus().training()) {
            CodecState state = specimen.codec().start();
            for (int token : encoded(document)) {
                if (token == Vocabulary.UNKNOWN) {
                    break; // what may follow is anyone's guess
                }
                ContractViolation.unless(
                        allowed(state)[token],
                        "'%s' in '%s' is forbidden where it stands",
                        symbol(token),
                        document.title());
                state.accept(token);
                accepted++;
            }
        }
        ContractViolation.unless(accepted > 0, "not one token of the training documents is known");
    }

    private int[] encoded(Document document) {
        try {
            return Trial.encode(specimen.codec(), document);
        } catch (UnsuitableDocumentException e) {
            return new int[0];
        }
    }

    private void copies() {
        int[] tokens = specimen.sample(1, 1);
        CodecState original = specimen.codec().start();
        if (original.copy().isEmpty()) {
            throw new NotAsked("its states have no copies; the host lets a new one accept all tokens again");
        }
        for (int token : tokens) {
            Optional<? extends CodecState> copy = original.copy();
            ContractViolation.unless(copy.isPresent(), "there was a copy at the beginning, and later there is none");
            boolean[] before = allowed(original);
            copy.get().accept(token);
            ContractViolation.unless(
                    Arrays.equals(allowed(original), before), "what its copy accepts changes what a state allows");
            original.accept(token);
            ContractViolation.unless(
                    Arrays.equals(allowed(original), allowed(copy.get())),
                    "a copy allows other tokens after the same ones");
        }
    }

    private String symbol(int token) {
        return specimen.vocabulary().symbol(token);
    }

    private boolean[] allowed(CodecState state) {
        boolean[] allowed = new boolean[specimen.vocabulary().size()];
        state.allowed(allowed);
        return allowed;
    }
}
