package cadenza.host.plugins;

import cadenza.api.Generator;
import cadenza.api.GeneratorInfo;
import cadenza.api.UserException;
import java.util.Objects;
import java.util.function.Function;

/**
 * A generator of a plugin, and the one way to call into it: with its class loader as the thread's context class loader,
 * and with what it throws made a {@link PluginException}, unless it is the user's fault.
 */
public final class LoadedGenerator {
    private final String plugin;
    private final String version;
    private final Generator generator;
    private final GeneratorInfo info;

    /** @throws PluginException if the generator cannot say what it is */
    public LoadedGenerator(String plugin, String version, Generator generator) {
        this.plugin = plugin;
        this.version = version;
        this.generator = generator;
        this.info = call(
                "saying what it is", plugged -> Objects.requireNonNull(plugged.info(), "info() gave nothing (null)"));
    }

    /** Version of its plugin. */
    public String version() {
        return version;
    }

    public GeneratorInfo info() {
        return info;
    }

    /**
     * Calls into the plugin.
     *
     * @param doing what it is called for, for the message: "opening the model"
     * @throws UserException as the plugin throws it
     * @throws PluginException for anything else that the plugin throws
     */
    public <T> T call(String doing, Function<Generator, T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(generator.getClass().getClassLoader());
        try {
            return work.apply(generator);
        } catch (UserException | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw new PluginException(
                    "plugin '" + plugin + "' " + version + " failed while " + doing + ": " + described(e), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String described(Throwable fault) {
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
