package cadenza.host.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One piece of work that calls into a plugin, run beside the thread that asks for it. That thread waits, and looks now
 * and then whether a call is past its deadline; if one is, it goes on without the work. What hangs cannot be ended, but
 * nothing else waits for it: its thread is a daemon, and all others of the work end at their next call.
 */
final class CallWatch implements ThreadFactory {
    private static final long MOST_MILLIS_BETWEEN_LOOKS = 100;
    private static final int LOOKS = 20; // within a deadline, where that is short

    private final PluginCalls calls;
    private final Deadlines deadlines;
    private final long interval; // milliseconds
    private final List<PluginThread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean abandoned;

    CallWatch(PluginCalls calls, Deadlines deadlines) {
        this.calls = calls;
        this.deadlines = deadlines;
        long shortest =
                Math.min(deadlines.token().toMillis(), deadlines.opening().toMillis());
        interval = Math.max(1, Math.min(MOST_MILLIS_BETWEEN_LOOKS, shortest / LOOKS));
    }

    /** A thread whose calls are watched, for work that is split. */
    @Override
    public Thread newThread(Runnable work) {
        PluginThread thread = new PluginThread(work, calls.plugin(), calls.loader(), this);
        threads.add(thread);
        return thread;
    }

    /** Whether a call of this work did not come back, so that the work is over. */
    boolean abandoned() {
        return abandoned;
    }

    /**
     * Runs the work.
     *
     * @throws PluginException if a call was past its deadline
     * @throws RuntimeException what the work threw
     */
    <T> T run(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        newThread(task).start();
        try {
            while (true) {
                try {
                    return task.get(interval, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    overdue().ifPresent(this::abandon);
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw (Error) e.getCause(); // work cannot throw anything else
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while plugin '" + calls.plugin() + "' was at work", e);
        }
    }

    private Optional<PluginThread> overdue() {
        threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        return threads.stream().filter(this::overdue).findFirst();
    }

    /**
     * By looks, not by the clock: where the whole machine or process stands still for a while, that is one look, and no
     * fault of the plugin.
     */
    private boolean overdue(PluginThread thread) {
        long waited = (thread.look() - 1) * interval;
        return waited > 0 && waited >= deadline(thread).toMillis();
    }

    private Duration deadline(PluginThread thread) {
        return deadlines.of(thread.method(), thread.tokens());
    }

    private void abandon(PluginThread thread) {
        end();
        throw calls.hung(thread.method(), thread.step(), deadline(thread));
    }

    private void end() {
        abandoned = true;
        threads.forEach(Thread::interrupt);
    }
}
