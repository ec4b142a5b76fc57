package cadenza.host.sampling;

import cadenza.api.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Generations of one model, split over threads; each thread takes its share in lockstep, so that the weights come from
 * memory once for all of them.
 */
public final class ParallelSampling {
    private final Model model;
    private final int threads;
    private final Consumer<Runnable> caller;

    /**
     * @param threads at most, 1 or more
     * @param caller runs what it is given, in the same thread, as calls into the model's plugin must be made
     */
    public ParallelSampling(Model model, int threads, Consumer<Runnable> caller) {
        this.model = model;
        this.threads = threads;
        this.caller = caller;
    }

    /**
     * Runs all generations to their end.
     *
     * @param generations at least one, all fresh
     * @param prime tokens that all begin with; may be empty
     * @throws RuntimeException what the caller threw for one of them
     */
    public void run(List<Generation> generations, int[] prime) {
        int shares = Math.min(threads, generations.size());
        if (shares == 1) {
            caller.accept(() -> new SamplingLoop(model, generations).run(prime));
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(shares);
        AtomicBoolean stopped = new AtomicBoolean();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int share = 0; share < shares; share++) {
                int from = generations.size() * share / shares;
                int to = generations.size() * (share + 1) / shares;
                SamplingLoop loop = new SamplingLoop(model, generations.subList(from, to), stopped::get);
                running.add(executor.submit(() -> {
                    boolean done = false;
                    try {
                        caller.accept(() -> loop.run(prime));
                        done = true;
                    } finally {
                        if (!done) {
                            stopped.set(true);
                        }
                    }
                }));
            }
            for (Future<?> share : running) {
                share.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw (Error) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sampling", e);
        } finally {
            // None may go on over a model that is closed next.
            stopped.set(true);
            executor.shutdown();
            awaitEnd(executor);
        }
    }

    private static void awaitEnd(ExecutorService executor) {
        try {
            while (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                // A step of a model takes no minute; one that does is waited for all the same.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
