package cadenza.host.plugins;

import cadenza.api.UserException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls into one plugin, and what is said where one goes wrong. Safe for use by several threads. */
final class PluginCalls {
    /** In place of a step, of what is not called at one. */
    static final long NO_STEP = -1;

    private final String plugin;
    private final String version;
    private final ClassLoader loader;
    private volatile boolean hung;

    PluginCalls(String plugin, String version, ClassLoader loader) {
        this.plugin = plugin;
        this.version = version;
        this.loader = loader;
    }

    String plugin() {
        return plugin;
    }

    String version() {
        return version;
    }

    ClassLoader loader() {
        return loader;
    }

    /** Whether a call did not come back, and may still hold what others would wait for. */
    boolean hung() {
        return hung;
    }

    /**
     * Calls, with the plugin's class loader as that of the thread. For what is called once in a while; what is called at
     * each token goes without this.
     *
     * @throws UserException as the plugin throws it
     * @throws PluginException for anything else that it throws
     */
    <T> T call(PluginMethod method, Supplier<T> work) {
        return call(method, work, thrown -> fault(method, NO_STEP, thrown));
    }

    /** The same. @param faults what is thrown where the plugin throws this */
    <T> T call(PluginMethod method, Supplier<T> work, Function<Throwable, RuntimeException> faults) {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        PluginThread thread = PluginThread.enter(method, NO_STEP);
        current.setContextClassLoader(loader);
        try {
            return work.get();
        } catch (Throwable e) { // a plugin in another language may throw what no method declares
            throw faults.apply(e);
        } finally {
            current.setContextClassLoader(before);
            PluginThread.leave(thread);
        }
    }

    /** The same, of a method that must give something. */
    <T> T given(PluginMethod method, Supplier<T> work) {
        T given = call(method, work);
        if (given == null) {
            throw breach(method, NO_STEP, "it gave nothing (null)");
        }
        return given;
    }

    /**
     * What is thrown where a plugin's method threw something.
     *
     * @throws VirtualMachineError if that is it: an exhausted memory is not the plugin's alone
     */
    RuntimeException fault(PluginMethod method, long step, Throwable thrown) {
        if (thrown instanceof UserException users && users.getMessage() != null) {
            return users;
        }
        if (thrown instanceof PluginException known) {
            return known;
        }
        if (thrown instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
            throw error;
        }
        return new PluginException(failed(method, step) + described(thrown), thrown);
    }

    /** What is thrown where a plugin's method gave what it must not. */
    PluginException breach(PluginMethod method, long step, String what) {
        return new PluginException(failed(method, step) + what, null);
    }

    /** What is thrown where only several calls together show that the contract is broken. */
    PluginException breach(Exception shown) {
        return new PluginException(name() + " broke its contract: " + shown.getMessage(), shown);
    }

    /** What is thrown where a call did not come back in time. */
    PluginException hung(PluginMethod method, long step, Duration deadline) {
        hung = true;
        return new PluginException(
                name() + " did not come back from " + place(method, step) + " within " + deadline.toMillis() / 1000.0
                        + " s, and was given up; --deadline gives it longer",
                null);
    }

    private String failed(PluginMethod method, long step) {
        return name() + " failed in " + place(method, step) + ": ";
    }

    private String name() {
        return "plugin '" + plugin + "' " + version;
    }

    private static String place(PluginMethod method, long step) {
        return step == NO_STEP ? method.toString() : method + " at step " + step;
    }

    private static String described(Throwable thrown) {
        String message;
        try {
            message = thrown.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            message = null; // not even its message can be asked for; its kind must do
        }
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
