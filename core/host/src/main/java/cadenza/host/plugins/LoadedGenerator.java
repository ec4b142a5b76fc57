package cadenza.host.plugins;

import cadenza.api.Corpus;
import cadenza.api.FittedOptions;
import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.GeneratorOption;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingOptions;
import cadenza.api.UserException;
import cadenza.host.sampling.PredictionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * A generator of a plugin, and the one way to call into it: with its class loader as the thread's context class loader,
 * with all that it gives checked, and with what it throws made a {@link PluginException} that names plugin, method and
 * step, unless it is the user's fault. What the host itself throws in between stays what it is.
 */
public final class LoadedGenerator {
    private final PluginCalls calls;
    private final Deadlines deadlines;
    private final Generator generator;
    private final GeneratorInfo info;

    /** With the default deadlines. @throws PluginException if the generator cannot say what it is */
    public LoadedGenerator(String plugin, String version, Generator generator) {
        this(new PluginCalls(plugin, version, generator.getClass().getClassLoader()), Deadlines.DEFAULT, generator);
    }

    /** @throws PluginException if the generator cannot say what it is */
    LoadedGenerator(PluginCalls calls, Deadlines deadlines, Generator generator) {
        this.calls = calls;
        this.deadlines = deadlines;
        this.generator = generator;
        this.info = calls.given(PluginMethod.INFO, generator::info);
    }

    /** Version of its plugin. */
    public String version() {
        return calls.version();
    }

    public GeneratorInfo info() {
        return info;
    }

    /** The plugin's own, with no guard around it: for the contract, which wants to see what it does itself. */
    public Generator unguarded() {
        return generator;
    }

    /**
     * Options that fit a corpus.
     *
     * @throws UserException if the corpus cannot be learned from
     * @throws PluginException if the generator fails, or leaves out an option or gives it a value out of its range
     */
    public FittedOptions fit(Corpus corpus) {
        FittedOptions fitted = calls.given(PluginMethod.FIT, () -> generator.fit(corpus));
        for (GeneratorOption option : info.options()) {
            if (!fitted.settings().has(option.name())) {
                throw calls.breach(PluginMethod.FIT, PluginCalls.NO_STEP, "it gave no value for " + option.name());
            }
            Object value = fitted.settings().value(option.name());
            try {
                option.parse(String.valueOf(value));
            } catch (UserException e) {
                throw calls.breach(
                        PluginMethod.FIT,
                        PluginCalls.NO_STEP,
                        "it gave " + option.name() + " " + value + ", which is not " + option.allowed());
            }
        }
        return fitted;
    }

    /**
     * Trains, in this thread and for as long as the options allow.
     *
     * @throws UserException if the corpus cannot be learned from
     * @throws PluginException if the generator fails
     * @throws RuntimeException what the listener throws, as it is
     */
    public Model train(Corpus corpus, TrainingOptions options, TrainingListener listener) {
        CheckedListener heard = new CheckedListener(listener, info.medium(), calls);
        Model model = calls.call(PluginMethod.TRAIN, () -> generator.train(corpus, options, heard), heard::fault);
        if (!heard.reported()) {
            throw calls.breach(
                    PluginMethod.TRAIN, PluginCalls.NO_STEP, "it did not tell its listener what it read (started)");
        }
        return checked(PluginMethod.TRAIN, model);
    }

    /**
     * Opens a model.
     *
     * @throws UserException if the contents are not of this generator or do not fit together
     * @throws PluginException if the generator fails, or does not come back in time
     */
    public Model open(ModelContents contents) {
        return run(threads -> {
            CheckedModel model =
                    checked(PluginMethod.OPEN, calls.call(PluginMethod.OPEN, () -> generator.open(contents)));
            model.checkVocabulary(contents.vocabulary());
            return model;
        });
    }

    /** A model of this generator whose every answer is checked. @param model one that may be so already */
    public Model checked(Model model) {
        return checked(PluginMethod.OPEN, model);
    }

    private CheckedModel checked(PluginMethod giver, Model model) {
        return CheckedModel.of(giver, model, info.medium(), calls);
    }

    /**
     * Does work that calls into the models of this generator, beside this thread, which waits. A call that is past its
     * deadline ends that, though it cannot be ended itself; such a thread holds up neither another call nor the end of
     * the process.
     *
     * @param work may be split over threads, which must come from the factory it is given
     * @throws PluginException if the plugin fails, or a call does not come back in time
     * @throws RuntimeException what the work throws, as it is
     */
    public <T> T run(Function<ThreadFactory, T> work) {
        CallWatch watch = new CallWatch(calls, deadlines);
        try {
            return watch.run(() -> work.apply(watch));
        } catch (PredictionException e) {
            throw calls.breach(e);
        }
    }

    /**
     * Closes a model of this generator, but none after a call has hung: that may hold what closing would wait for.
     *
     * @throws PluginException if it fails, or does not come back in time
     */
    public void close(Model model) {
        if (!calls.hung()) {
            run(threads -> {
                model.close();
                return null;
            });
        }
    }
}
