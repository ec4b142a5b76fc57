package cadenza.host.plugins;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thread in which the host calls into a plugin; a daemon, because nothing can end a call that hangs. It keeps which
 * call it is in, for whoever watches it, at the price of a few plain stores a call: sampling makes some millions of
 * calls a second, too many to take the time of each or to hand it to another thread.
 */
final class PluginThread extends Thread {
    private final CallWatch watch;

    // Odd within a call, even between two; no two calls of a thread have the same. Written last and read first, so that
    // who finds it unchanged has read the other fields as they belong to it.
    private final AtomicLong call = new AtomicLong();
    private PluginMethod method;
    private long step;
    private int tokens;

    private long seenCall; // the watcher's own, as is the next
    private int looks;

    PluginThread(Runnable work, String plugin, ClassLoader loader, CallWatch watch) {
        super(work, "plugin " + plugin);
        this.watch = watch;
        setDaemon(true);
        setContextClassLoader(loader);
    }

    /** Begins a call in this thread. @return the thread, for {@link #leave}; null if it is not one that is watched */
    static PluginThread enter(PluginMethod method, long step) {
        return enter(method, step, 1);
    }

    /**
     * Begins a call in this thread.
     *
     * @param tokens how many tokens it is for
     * @throws CancellationException if another call of the same run hangs, so that the run is over
     */
    static PluginThread enter(PluginMethod method, long step, int tokens) {
        if (!(Thread.currentThread() instanceof PluginThread thread)) {
            return null;
        }
        if (thread.watch.abandoned()) {
            throw new CancellationException("another call did not come back");
        }
        thread.method = method;
        thread.step = step;
        thread.tokens = tokens;
        thread.call.lazySet(thread.call.get() + 1);
        return thread;
    }

    /** Ends a call. @param thread as {@link #enter} gave it */
    static void leave(PluginThread thread) {
        if (thread != null) {
            thread.call.lazySet(thread.call.get() + 1);
        }
    }

    /**
     * Looks whether this thread is still in the call of the looks before. To be asked at equal intervals, by one thread.
     *
     * @return how many looks in a row have found it in one call; 0 between two calls
     */
    int look() {
        long now = call.get();
        if (now % 2 == 0 || now != seenCall) {
            looks = 0;
        }
        seenCall = now;
        return now % 2 == 0 ? 0 : ++looks;
    }

    /** What it is called; only of a call in which two looks found it. */
    PluginMethod method() {
        return method;
    }

    /** How many tokens came before; likewise. */
    long step() {
        return step;
    }

    /** How many tokens the call is for; likewise. */
    int tokens() {
        return tokens;
    }
}
