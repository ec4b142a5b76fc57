package cadenza.host;

import cadenza.api.Codec;
import cadenza.api.Effect;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import cadenza.host.picking.PickedText;
import cadenza.host.sampling.CharacterLimit;
import cadenza.host.sampling.Generation;
import cadenza.host.sampling.Interruptible;
import cadenza.host.sampling.ParallelSampling;
import cadenza.host.sampling.Sampler;
import cadenza.host.writing.ShapedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Writes texts with one model, several together. Those that end after a number of characters go in lockstep; one with
 * another end or a ban may go back, so each of them steps alone.
 */
final class TextWriter {
    private final OpenedModel opened;
    private final Codec<Text> codec;
    private final Samplers samplers;

    @SuppressWarnings("unchecked") // a generator of text has a codec of texts
    TextWriter(OpenedModel opened, Samplers samplers) {
        this.opened = opened;
        this.codec = (Codec<Text>) opened.model().codec();
        this.samplers = samplers;
    }

    /** Counts what goes to a page. */
    private static final class Counted implements Consumer<String> {
        private final Consumer<String> page;
        private long characters;

        Counted(Consumer<String> page) {
            this.page = page;
        }

        @Override
        public void accept(String text) {
            characters += text.codePointCount(0, text.length());
            page.accept(text);
        }
    }

    /** @param requests at least one, all with the same prime @param pages one a request */
    List<Recipe> write(
            List<Request.Write> requests,
            List<Consumer<String>> pages,
            ParallelSampling sampling,
            BooleanSupplier interrupted) {
        String prime = requests.get(0).prime();
        int[] tokens = tokens(prime);
        List<Counted> counted = new ArrayList<>();
        List<Generation> generations = new ArrayList<>();
        List<Runnable> shaped = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Request.Write request = requests.get(i);
            pages.get(i).accept(prime);
            Counted page = new Counted(pages.get(i));
            counted.add(page);
            if (request.plain()) {
                generations.add(generation(request, page, interrupted));
            } else {
                shaped.add(shaped(request, tokens, page, interrupted));
            }
        }
        if (!generations.isEmpty()) {
            sampling.run(generations, tokens);
        }
        if (!shaped.isEmpty()) {
            sampling.runEach(shaped);
        }
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Request.Write request = requests.get(i);
            long characters = counted.get(i).characters;
            // What gives just so much again, if it was interrupted.
            recipes.add(opened.recipe(
                    interrupted.getAsBoolean() && characters > 0 ? request.keeping(characters) : request));
        }
        return recipes;
    }

    /** Begins a text whose words a person picks. @param calls runs what calls into the model */
    PickedText pick(String prime, Consumer<Runnable> calls) {
        return new PickedText(opened.model(), tokens(prime), prime, calls);
    }

    private Generation generation(Request.Write request, Consumer<String> page, BooleanSupplier interrupted) {
        return new Generation(
                codec,
                sampler(request),
                new Interruptible(new CharacterLimit(request.extent().characters()), interrupted),
                (token, effect) -> {
                    if (effect instanceof Effect.Write write) {
                        page.accept(write.characters());
                    }
                });
    }

    private Runnable shaped(Request.Write request, int[] tokens, Consumer<String> page, BooleanSupplier interrupted) {
        ShapedText text = new ShapedText(
                opened.model(),
                sampler(request),
                request.extent(),
                request.bans(),
                tokens,
                request.prime(),
                page,
                interrupted);
        return text::write;
    }

    private Sampler sampler(Request.Write request) {
        return samplers.of(request, codec.vocabulary());
    }

    private int[] tokens(String prime) {
        if (prime.isEmpty()) {
            return new int[0];
        }
        List<String> unknown = prime.codePoints()
                .mapToObj(Character::toString)
                .filter(this::isUnknown)
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UserException("--prime has characters that model '" + opened.name() + "' does not know: "
                    + String.join(" ", unknown) + "; leave them out, or train on text that has them");
        }
        return encode(prime);
    }

    private boolean isUnknown(String symbol) {
        for (int token : encode(symbol)) {
            if (token == Vocabulary.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private int[] encode(String prime) {
        try {
            return codec.encode(new Text("--prime", prime));
        } catch (UnsuitableDocumentException e) {
            throw new UserException("--prime cannot be used: " + e.getMessage(), e);
        }
    }
}
