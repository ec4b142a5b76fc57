package cadenza.testkit;

import cadenza.api.Codec;
import cadenza.api.Corpus;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Medium;
import cadenza.host.sampling.BarLimit;
import cadenza.host.sampling.CharacterLimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A generator to be looked at from all sides: it trains one model for one epoch on little, when that is first asked for,
 * and the sequences that are sampled from it serve all checks.
 */
final class Specimen implements AutoCloseable {
    /** As many sequences are sampled as there are seeds, at each temperature. */
    static final int SEEDS = 20;

    /** Bars of a clip. */
    static final int BARS = 4;

    /** Characters of a text. */
    static final int CHARACTERS = 120;

    private static final int MOST_TOKENS = 160;
    private static final double[] TEMPERATURES = {1, 3};

    private final Generator generator;
    private final Corpus corpus;
    private final Settings settings;
    private final Optional<Path> place;
    private final QuietListener listener = QuietListener.patient();
    private boolean trained;
    private Model model;
    private List<int[]> sampled;

    /** @param place the jar of its plugin or the folder of its project, where that is known */
    Specimen(Generator generator, Corpus corpus, Settings settings, Optional<Path> place) {
        this.generator = generator;
        this.corpus = corpus;
        this.settings = settings;
        this.place = place;
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

    /** Tokens that the grammar alone bounds. */
    int[] sample(double temperature, long seed) {
        return Trial.sample(model(), temperature, seed, new TokenLimit(MOST_TOKENS));
    }

    /** Tokens of a whole clip or text, as the host would make it. */
    int[] ofFullLength(Model usable, long seed) {
        return Trial.sample(
                usable, 1, seed, medium() == Medium.TEXT ? new CharacterLimit(CHARACTERS) : new BarLimit(BARS));
    }

    /** Generates with a model. @throws ContractViolation if what it gives is none */
    void assertUsable(Model usable) {
        int size = usable.codec().vocabulary().size();
        float[] first = usable.start().first();
        ContractViolation.unless(first.length == size, "the model gives %d logits for %d tokens", first.length, size);
        int[] tokens = ofFullLength(usable, 1);
        ContractViolation.unless(tokens.length > 0, "the model generates nothing");
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
    public synchronized void close() {
        if (model != null) {
            model.close();
        }
    }
}
