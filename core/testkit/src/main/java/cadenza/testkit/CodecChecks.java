package cadenza.testkit;

import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Documents to tokens and back. */
final class CodecChecks {
    private final Specimen specimen;

    CodecChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return new CheckGroup(
                "codec",
                new Check(
                        "the vocabulary is the one that the model file keeps, the unknown token first",
                        this::vocabulary),
                new Check("whatever is sampled decodes, from its first token on", this::decodes),
                new Check("tokens do what they say: decoding gives what the effects tell", this::effects),
                new Check("what once was encoded stays as it is", this::roundTrip),
                new Check("unknown symbols become the unknown token, or one line says why not", this::unknownSymbols));
    }

    private void vocabulary() {
        Vocabulary vocabulary = specimen.vocabulary();
        Vocabulary kept = specimen.model().contents().vocabulary();
        ContractViolation.unless(
                vocabulary.equals(kept),
                "the codec has %d tokens, and contents() keeps %d, or others",
                vocabulary.size(),
                kept.size());
        ContractViolation.unless(
                vocabulary.symbol(Vocabulary.UNKNOWN).equals(Vocabulary.UNKNOWN_SYMBOL),
                "the symbol of id 0 is '%s'",
                vocabulary.symbol(Vocabulary.UNKNOWN));
        for (int id = 0; id < vocabulary.size(); id++) {
            String symbol = vocabulary.symbol(id);
            ContractViolation.unless(
                    vocabulary.id(symbol) == id, "'%s' has the id %d, and is at %d", symbol, vocabulary.id(symbol), id);
        }
    }

    private void decodes() {
        for (int[] tokens : specimen.sampled()) {
            for (int length = 0; length <= tokens.length; length++) {
                Document document = decoded(tokens, length, "a title");
                ContractViolation.unless(document.title().equals("a title"), "the title became '%s'", document.title());
                ContractViolation.unless(
                        document.medium() == specimen.medium(),
                        "it decodes to %s",
                        document.medium().label());
            }
        }
    }

    private Document decoded(int[] tokens, int length, String title) {
        return specimen.codec().decode(Arrays.copyOf(tokens, length), title);
    }

    private void effects() {
        for (int[] tokens : specimen.sampled()) {
            List<Effect> effects = Trial.effects(specimen.codec(), tokens);
            for (int length = 0; length <= tokens.length; length++) {
                EffectReplay.assertSame(effects.subList(0, length), decoded(tokens, length, "a prefix"));
            }
        }
    }

    private void roundTrip() {
        List<Document> documents = new ArrayList<>(specimen.corpus().training());
        specimen.sampled().forEach(tokens -> documents.add(decoded(tokens, tokens.length, "what was generated")));
        for (Document document : documents) {
            Optional<int[]> once = encoded(document).filter(CodecChecks::allKnown);
            if (once.isPresent()) {
                Document again = decoded(once.get(), once.get().length, document.title());
                ContractViolation.unless(
                        encoded(again)
                                .filter(twice -> Arrays.equals(twice, once.get()))
                                .isPresent(),
                        "'%s' is other tokens after encoding, decoding and encoding",
                        document.title());
            }
        }
    }

    private void unknownSymbols() {
        for (Document document : TinyCorpora.ofRareSymbols(specimen.medium()).training()) {
            Optional<int[]> tokens = encoded(document);
            if (tokens.isPresent()) {
                int size = specimen.vocabulary().size();
                for (int token : tokens.get()) {
                    ContractViolation.unless(token >= 0 && token < size, "token %d is not in 0..%d", token, size - 1);
                }
                if (specimen.medium() == Medium.TEXT && allKnown(tokens.get())) {
                    // Codings of bytes know everything.
                    assertSameText(tokens.get(), (Text) document);
                }
                Trial.effects(specimen.codec(), tokens.get());
            }
        }
    }

    private void assertSameText(int[] tokens, Text text) {
        String content = ((Text) decoded(tokens, tokens.length, "a text")).content();
        ContractViolation.unless(
                content.equals(text.content()),
                "'%s' is encoded without UNK, and decodes to '%s'",
                text.content(),
                content);
    }

    private Optional<int[]> encoded(Document document) {
        try {
            return Optional.of(Trial.encode(specimen.codec(), document));
        } catch (UnsuitableDocumentException e) {
            Specimen.assertOneLine(e);
            return Optional.empty();
        }
    }

    static boolean allKnown(int[] tokens) {
        return Arrays.stream(tokens).noneMatch(token -> token == Vocabulary.UNKNOWN);
    }
}
