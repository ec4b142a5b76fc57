package cadenza.testkit;

import cadenza.api.Codec;
import cadenza.api.Corpus;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.MaskedPredictor;
import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingStart;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Text;
import cadenza.host.rewriting.Sheet;
import cadenza.host.sampling.BarLimit;
import cadenza.host.sampling.CharacterLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A generator to be looked at from all sides: it trains one model for one epoch on little, when that is first asked for,
 * and the sequences that are sampled from it serve all checks. Of a model that does not improvise those are training
 * documents, rewritten.
 */
final class Specimen implements AutoCloseable {
    /** As many sequences are sampled as there are seeds, at each temperature. */
    static final int SEEDS = 20;

    /** Bars of a clip. */
    static final int BARS = 4;

    /** Characters of a text. */
    static final int CHARACTERS = 120;

    private static final int MOST_TOKENS = 160;
    private static final int MOST_SHEETS = 8;
    private static final double[] TEMPERATURES = {1, 3};

    /** Long enough for a training on a busy machine, short enough to wait for. */
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final Generator generator;
    private final Corpus corpus;
    private final Settings settings;
    private final Optional<Path> place;
    private final QuietListener listener = QuietListener.patient();
    private final Duration deadline;
    private volatile boolean hung;
    private boolean trained;
    private Model model;
    private List<int[]> sampled;
    private List<Sheet> sheets;

    /** @param place the jar of its plugin or the folder of its project, where that is known */
    Specimen(Generator generator, Corpus corpus, Settings settings, Optional<Path> place) {
        this(generator, corpus, settings, place, DEADLINE);
    }

    /** @param deadline of each check */
    Specimen(Generator generator, Corpus corpus, Settings settings, Optional<Path> place, Duration deadline) {
        this.generator = generator;
        this.corpus = corpus;
        this.settings = settings;
        this.place = place;
        this.deadline = deadline;
    }

    Generator generator() {
        return generator;
    }

    GeneratorInfo info() {
        return generator.info();
    }

    Medium medium() {
        return info().medium();
    }

    Corpus corpus() {
        return corpus;
    }

    /** How long a check may take. */
    Duration deadline() {
        return deadline;
    }

    /** Says that a check did not come to an end. */
    void hang() {
        hung = true;
    }

    boolean hung() {
        return hung;
    }

    Optional<Path> place() {
        return place;
    }

    /** One epoch from fresh weights. */
    TrainingOptions options() {
        return options(1, TrainingStart.FRESH);
    }

    TrainingOptions options(int epochs, TrainingStart start) {
        return new TrainingOptions(settings, OptionalInt.of(epochs), Optional.empty(), OptionalInt.empty(), 1, start);
    }

    /** The model. Whoever asks first hears why the training failed; the others are told that there is none. */
    synchronized Model model() {
        if (!trained) {
            trained = true;
            model = generator.train(corpus, options(), listener);
        }
        if (model == null) {
            throw new NotAsked("there is no model to ask it of");
        }
        return model;
    }

    /** What the training of the model said. */
    QuietListener listener() {
        model();
        return listener;
    }

    Codec<?> codec() {
        return model().codec();
    }

    Vocabulary vocabulary() {
        return codec().vocabulary();
    }

    /** Sequences of every seed at every temperature. */
    synchronized List<int[]> sampled() {
        if (sampled == null) {
            List<int[]> sequences = new ArrayList<>();
            for (double temperature : TEMPERATURES) {
                for (long seed = 0; seed < SEEDS; seed++) {
                    sequences.add(sample(temperature, seed));
                }
            }
            sampled = List.copyOf(sequences);
        }
        return sampled;
    }

    /** Tokens that the grammar alone bounds; those of a training document, rewritten, if the model does not improvise. */
    int[] sample(double temperature, long seed) {
        return model().improvises()
                ? Trial.sample(model(), temperature, seed, new TokenLimit(MOST_TOKENS))
                : rewritten(model(), temperature, seed);
    }

    /** Tokens of a whole clip or text, as the host would make it. */
    int[] ofFullLength(Model usable, long seed) {
        return usable.improvises()
                ? Trial.sample(
                        usable, 1, seed, medium() == Medium.TEXT ? new CharacterLimit(CHARACTERS) : new BarLimit(BARS))
                : rewritten(usable, 1, seed);
    }

    private int[] rewritten(Model usable, double temperature, long seed) {
        List<Sheet> sheets = sheets(usable.codec());
        return Trial.rewrite(masked(usable), sheets.get((int) (seed % sheets.size())), temperature, seed);
    }

    /** @throws NotAsked if the model does not go from left to right */
    void askOfImprovisers() {
        if (!model().improvises()) {
            throw new NotAsked("the model does not improvise");
        }
    }

    /** A predictor of masked tokens. @throws NotAsked if the model has none, and need not */
    MaskedPredictor masked() {
        if (model().improvises() && model().masked().isEmpty()) {
            throw new NotAsked("the model improvises, and predicts no masked tokens");
        }
        return masked(model());
    }

    private static MaskedPredictor masked(Model model) {
        return model.masked()
                .orElseThrow(() -> new ContractViolation("the model neither improvises nor predicts masked tokens"));
    }

    /** Training documents, the short ones or the beginnings of texts, whose tokens are all known. */
    synchronized List<Sheet> sheets() {
        if (sheets == null) {
            sheets = sheets(codec());
        }
        return sheets;
    }

    /** @throws NotAsked if there is none */
    private List<Sheet> sheets(Codec<?> codec) {
        List<int[]> encoded = new ArrayList<>();
        for (Document document : corpus.training()) {
            try {
                int[] tokens = Trial.encode(codec, beginning(document));
                if (CodecChecks.allKnown(tokens) && tokens.length > 0) {
                    encoded.add(tokens);
                }
            } catch (UnsuitableDocumentException e) {
                Specimen.assertOneLine(e);
            }
        }
        if (encoded.isEmpty()) {
            throw new NotAsked("no training document is without unknown tokens");
        }
        return encoded.stream()
                .sorted(Comparator.comparingInt(tokens -> tokens.length))
                .limit(MOST_SHEETS)
                .map(tokens -> new Sheet(codec, tokens))
                .toList();
    }

    private static Document beginning(Document document) {
        if (document instanceof Text text
                && text.content().codePointCount(0, text.content().length()) > CHARACTERS) {
            String content = text.content();
            return new Text(text.title(), content.substring(0, content.offsetByCodePoints(0, CHARACTERS)));
        }
        return document;
    }

    /** Generates or rewrites with a model. @throws ContractViolation if what it gives is none */
    void assertUsable(Model usable) {
        int size = usable.codec().vocabulary().size();
        if (!usable.improvises()) {
            assertRewrites(usable);
            return;
        }
        float[] first = usable.start().first();
        ContractViolation.unless(first.length == size, "the model gives %d logits for %d tokens", first.length, size);
        int[] tokens = ofFullLength(usable, 1);
        ContractViolation.unless(tokens.length > 0, "the model generates nothing");
        assertDecodes(usable, tokens);
    }

    private void assertRewrites(Model usable) {
        MaskedPredictor predictor = masked(usable);
        int size = usable.codec().vocabulary().size();
        for (Document document : corpus.training()) {
            Sheet sheet;
            try {
                // A model of an awkward corpus may know little of this one; what it does not know stays.
                sheet = new Sheet(usable.codec(), Trial.encode(usable.codec(), beginning(document)));
            } catch (UnsuitableDocumentException e) {
                continue;
            }
            int[] places = sheet.places();
            if (places.length > 0) {
                float[] logits = predictor.logits(sheet.tokens(), new int[] {places[0]})[0];
                ContractViolation.unless(
                        logits.length == size, "the model gives %d logits for %d tokens", logits.length, size);
                assertDecodes(usable, Trial.rewrite(predictor, sheet, 1, 1));
                return;
            }
        }
    }

    private void assertDecodes(Model usable, int[] tokens) {
        Medium decoded = usable.codec().decode(tokens, "usable").medium();
        ContractViolation.unless(
                decoded == medium(), "what it generates decodes to %s, not to %s", decoded.label(), medium().label());
    }

    /** Trains on an awkward corpus: a usable model comes of it, or one line that says why not. */
    void assertUsableOrRefused(Corpus awkward) {
        try (Model model = generator.train(awkward, options(), QuietListener.patient())) {
            assertUsable(model);
        } catch (UserException e) {
            assertOneLine(e);
        }
    }

    /** @throws ContractViolation if the message is not one line */
    static void assertOneLine(Throwable refusal) {
        String message = refusal.getMessage();
        ContractViolation.unless(
                message != null && !message.isBlank() && message.lines().count() == 1,
                "the user is told '%s', not one line that says what is wrong",
                message);
    }

    @Override
    public void close() {
        if (!hung) { // else a thread may still be at work on it
            closeModel();
        }
    }

    private synchronized void closeModel() {
        if (model != null) {
            model.close();
        }
    }
}
