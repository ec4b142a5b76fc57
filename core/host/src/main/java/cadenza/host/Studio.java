package cadenza.host;

import cadenza.api.Corpus;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.models.ModelFile;
import cadenza.host.models.ModelFingerprint;
import cadenza.host.models.ModelHash;
import cadenza.host.models.ModelLibrary;
import cadenza.host.models.ParentModel;
import cadenza.host.models.Precision;
import cadenza.host.models.StoredModel;
import cadenza.host.music.MidiReader;
import cadenza.host.novelty.Fingerprint;
import cadenza.host.picking.PickedText;
import cadenza.host.plugins.Deadlines;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.plugins.PluginHost;
import cadenza.host.rewriting.TextGap;
import cadenza.host.sampling.ParallelSampling;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The front door: everything Cadenza does, each in one method. Opens plugins when made; for one thread.
 *
 * <p>Faults: {@link UserException} for what the user can put right,
 * {@link cadenza.host.plugins.PluginException} for a plugin's, anything else is ours. Whoever calls comes back, even where
 * a plugin does not.
 */
public final class Studio implements AutoCloseable {
    /** Generations in lockstep on one core: more of them gain little, and ask for more of its caches. */
    private static final int LANES = 16;

    private final PluginHost plugins;
    private final ModelLibrary library;
    private final Samplers samplers;
    private final int cores = Runtime.getRuntime().availableProcessors();

    public Studio(StudioFolders folders) {
        this(folders, SamplerListeners.NONE);
    }

    /** @param listeners hear how the tokens of each request are chosen */
    public Studio(StudioFolders folders, SamplerListeners listeners) {
        this(folders, listeners, Deadlines.DEFAULT);
    }

    /**
     * @param listeners hear how the tokens of each request are chosen
     * @param deadlines of calls into plugins
     */
    public Studio(StudioFolders folders, SamplerListeners listeners, Deadlines deadlines) {
        samplers = new Samplers(listeners);
        library = folders.library();
        plugins = new PluginHost(folders.project(), folders.plugins(), deadlines);
    }

    /** The plugins that are loaded, and those that could not be. */
    public PluginHost plugins() {
        return plugins;
    }

    /** The models that are here. */
    public ModelLibrary models() {
        return library;
    }

    /** Opens a model. @param nameOrFile a name in the library, or the path of a model file */
    public OpenedModel open(String nameOrFile) {
        Path file = library.find(nameOrFile);
        ModelHash hash = ModelHash.begin(file);
        StoredModel stored = ModelFile.read(file);
        LoadedGenerator generator = plugins.generator(stored.generator());
        Model model = opened(generator, stored, file);
        ModelFingerprint fingerprint = ModelFingerprint.begin(file);
        return new OpenedModel(ModelLibrary.nameOf(file), hash, generator, stored.card(), model, fingerprint);
    }

    private static Model opened(LoadedGenerator generator, StoredModel stored, Path file) {
        try {
            return generator.open(stored.contents());
        } catch (UserException e) {
            throw new UserException("'" + file + "' is no usable Cadenza model: " + e.getMessage(), e);
        }
    }

    /** Reads a model that a training is to begin from. @param nameOrFile as for {@link #open} */
    public ParentModel parent(String nameOrFile) {
        return ParentModel.read(library.find(nameOrFile));
    }

    /** How many outputs gain from being made together. */
    public int together() {
        return LANES * cores;
    }

    /** Generates music. @throws UserException if the model makes text */
    public Clip compose(OpenedModel opened, Request.Compose request) {
        return compose(opened, List.of(request)).get(0);
    }

    /**
     * Generates several clips together, on all cores.
     *
     * @param requests at least one, all with the same prime and number of bars
     * @return for each request the clip that it would give alone
     * @throws UserException if the model makes text, the controls contradict each other, or the model's coding cannot
     *     hold the prime or a control
     */
    public List<Clip> compose(OpenedModel opened, List<Request.Compose> requests) {
        opened.expectImproviser(Medium.MUSIC);
        return opened.generator()
                .run(threads -> new Composer(opened, sampling(opened, threads), samplers).compose(requests));
    }

    /**
     * Improvises pieces as long as the model makes them, to be measured: each ends where the model ends it, or after so
     * many bars as its request has. Of the requests' controls the structure counts, their prime does not.
     *
     * @param requests at least one
     */
    public List<Score> improvise(OpenedModel opened, List<Request.Compose> requests) {
        opened.expectImproviser(Medium.MUSIC);
        return opened.generator()
                .run(threads -> new Composer(opened, sampling(opened, threads), samplers).improvise(requests));
    }

    /**
     * Generates text. Keeps none of it: any length takes the same memory.
     *
     * @param page hears the prime, then each piece of text as soon as it stays
     * @throws UserException if the model makes music, does not know a character of the prime, or bans leave no choice
     */
    public Recipe write(OpenedModel opened, Request.Write request, Consumer<String> page) {
        return write(opened, List.of(request), List.of(page), () -> false).get(0);
    }

    /** Generates several texts together, to their ends, as the other method does. */
    public List<Recipe> write(OpenedModel opened, List<Request.Write> requests, List<Consumer<String>> pages) {
        return write(opened, requests, pages, () -> false);
    }

    /**
     * Generates several texts together, on all cores: for each request the text that it would give alone.
     *
     * @param requests at least one, all with the same prime
     * @param pages one a request, each hears the prime, then each piece of text as soon as it stays; each in one thread,
     *     but not all in the same
     * @param interrupted asked before each step: whether to leave the texts as they are
     * @return for each request the recipe of what its page heard; if it was interrupted, of just so much
     * @throws UserException if the model makes music, does not know a character of the prime, or bans leave no choice
     */
    public List<Recipe> write(
            OpenedModel opened,
            List<Request.Write> requests,
            List<Consumer<String>> pages,
            BooleanSupplier interrupted) {
        opened.expectImproviser(Medium.TEXT);
        return opened.generator().run(threads -> new TextWriter(opened, samplers)
                .write(requests, pages, sampling(opened, threads), interrupted));
    }

    /**
     * Begins a text whose words a person picks.
     *
     * @throws UserException if the model makes music, does not know a character of the prime, or cannot look ahead
     */
    public PickedText pick(OpenedModel opened, String prime) {
        opened.expectImproviser(Medium.TEXT);
        LoadedGenerator generator = opened.generator();
        return generator.run(threads -> new TextWriter(opened, samplers)
                .pick(
                        prime,
                        work -> generator.run(ignored -> {
                            work.run();
                            return null;
                        })));
    }

    /**
     * Redoes a part of a MIDI file. All else in it stays as it is, event for event. A model that cannot predict masked
     * tokens fills bars with the best of several continuations.
     *
     * @throws UserException if the model makes text, or cannot predict masked tokens and more is asked for than a fill, the
     *     file does not fit it, or there is nothing to be redone
     */
    public RewrittenClip rewrite(OpenedModel opened, Request.Rewrite request) {
        opened.expect(Medium.MUSIC);
        return opened.generator()
                .run(threads -> opened.model().masked().isPresent()
                        ? new Rewriter(opened).rewrite(request)
                        : new LeftToRightFill(opened, sampling(opened, threads), samplers).fill(request));
    }

    /**
     * Fills a gap between two texts, which stay as they are.
     *
     * @throws UserException if the model makes music, cannot predict masked tokens, does not know a character around the
     *     gap, or has other than one token a character; or if the sampler has a stage that remembers
     */
    public FilledGap fillGap(OpenedModel opened, Request.FillGap request) {
        opened.expect(Medium.TEXT);
        TextGap gap = new TextGap(request.before(), request.after(), request.characters());
        TextGap.Filled filled = opened.generator()
                .run(threads -> gap.fill(
                        opened.model().codec(), opened.expectMasked(), request.sampler(), request.seed(), () -> false));
        return new FilledGap(
                request.before().content(), filled.text(), request.after().content(), opened.recipe(request));
    }

    private ParallelSampling sampling(OpenedModel opened, ThreadFactory threads) {
        return new ParallelSampling(opened.model(), cores, threads);
    }

    /**
     * The recipe of an output file: in the file itself for MIDI, beside it for text.
     *
     * @throws UserException if there is none
     */
    public Recipe recipeOf(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserException("'" + file + "' is not there; give a file that Cadenza made");
        }
        String name = file.getFileName().toString();
        if (name.endsWith(Recipe.TEXT_ENDING)) {
            return Recipe.parse(readText(file), file.toString());
        }
        Path beside = file.resolveSibling(name + Recipe.TEXT_ENDING);
        if (Files.isRegularFile(beside)) {
            return Recipe.parse(readText(beside), beside.toString());
        }
        if (!isMidi(file)) {
            throw new UserException("'" + file + "' has no recipe: '" + name + Recipe.TEXT_ENDING
                    + "' is not beside it, and it is no MIDI file; only what Cadenza made can be replayed");
        }
        String recipe = new MidiReader()
                .text(file, Recipe.MIDI_PREFIX)
                .orElseThrow(() -> new UserException(
                        "'" + file + "' has no recipe in it; only what Cadenza made can be replayed"));
        return Recipe.parse(recipe, file.toString());
    }

    private static boolean isMidi(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("MThd");
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    private static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    /** Opens just the model of a recipe. @throws UserException that says which part of the recipe is missing here */
    public OpenedModel openFor(Recipe recipe) {
        LoadedGenerator generator = plugins.generator(recipe.generator());
        if (!generator.version().equals(recipe.generatorVersion())) {
            throw new UserException("the recipe asks for generator '" + recipe.generator() + "' "
                    + recipe.generatorVersion() + "; here is " + generator.version());
        }
        for (Path file : library.all().values()) {
            if (ModelLibrary.nameOf(file).equals(recipe.model()) && matches(file, recipe)) {
                return open(file.toString());
            }
        }
        for (Path file : library.all().values()) {
            if (matches(file, recipe)) {
                return renamed(open(file.toString()), recipe.model());
            }
        }
        boolean other = library.all().containsKey(recipe.model());
        throw new UserException("the recipe's model '" + recipe.model() + "' "
                + (other ? "is here with other contents" : "is not here") + "; it needs the file with SHA-256 "
                + recipe.modelHash() + ": bring it in with 'cadenza models import'");
    }

    private static boolean matches(Path file, Recipe recipe) {
        return ModelFile.sha256(file).equals(recipe.modelHash());
    }

    private static OpenedModel renamed(OpenedModel opened, String name) {
        return new OpenedModel(
                name, opened.fileHash(), opened.generator(), opened.card(), opened.model(), opened.fileFingerprint());
    }

    /**
     * Trains a model; nothing is kept.
     *
     * @throws UserException if it is to begin from a model or a checkpoint, and the generator cannot
     */
    public Model train(LoadedGenerator generator, Corpus corpus, TrainingOptions options, TrainingListener listener) {
        if (options.start() != TrainingStart.FRESH && !generator.info().continues()) {
            throw new UserException("generator '" + generator.info().id()
                    + "' cannot go on with a training or begin from a model; train without --resume and --from");
        }
        return generator.train(corpus, options, listener);
    }

    /** Keeps a model under a name, without a fingerprint. @return its file */
    public Path keep(String name, LoadedGenerator generator, Model model, Settings card) {
        return keep(name, generator, model, card, Optional.empty());
    }

    /** Keeps a trained model under a name. @param fingerprint of what it was trained on @return its file */
    public Path keep(
            String name, LoadedGenerator generator, Model model, Settings card, Optional<Fingerprint> fingerprint) {
        return keep(name, generator, model, card, fingerprint, Precision.SINGLE);
    }

    /**
     * Keeps a trained model under a name.
     *
     * @param fingerprint of the music it was trained on
     * @param precision of the weights in the file
     * @return its file
     */
    public Path keep(
            String name,
            LoadedGenerator generator,
            Model model,
            Settings card,
            Optional<Fingerprint> fingerprint,
            Precision precision) {
        ModelContents contents = generator.checked(model).contents();
        byte[] bytes = ModelFile.bytes(
                new StoredModel(generator.info().id(), generator.version(), card, contents), fingerprint, precision);
        return library.keep(name, bytes);
    }

    /**
     * Measures how well a model predicts documents from left to right.
     *
     * @param leftOut hears of documents that the model's coding cannot hold
     * @throws UserException if no document could be measured, or the model does not improvise
     */
    public Evaluation evaluate(OpenedModel opened, List<Document> documents, BiConsumer<Document, String> leftOut) {
        opened.expectImproviser(opened.generator().info().medium());
        return opened.generator().run(threads -> new DocumentMeasure(opened.model(), leftOut)
                .measure(documents, opened.generator().info().medium()));
    }

    /**
     * Measures how well a model predicts masked places of documents, each from all others.
     *
     * @param leftOut hears of documents that the model's coding cannot hold
     * @throws UserException if no document could be measured, or the model does not predict masked tokens
     */
    public MaskedEvaluation evaluateMasked(
            OpenedModel opened, List<Document> documents, BiConsumer<Document, String> leftOut) {
        return opened.generator().run(threads -> new MaskedMeasure(opened, leftOut).measure(documents));
    }

    @Override
    public void close() {
        plugins.close();
    }
}
