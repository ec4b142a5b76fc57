package cadenza.host.sampling;

import cadenza.api.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Generations of one model, split over threads; each thread takes its share in lockstep, so that the weights come from
 * memory once for all of them.
 */
public final class ParallelSampling {
    private final Model model;
    private final int threads;
    private final ThreadFactory factory;

    /**
     * @param threads at most, 1 or more
     * @param factory makes the threads where there are several; they must be such as may call into the model
     */
    public ParallelSampling(Model model, int threads, ThreadFactory factory) {
        this.model = model;
        this.threads = threads;
        this.factory = factory;
    }

    /**
     * Runs all generations to their end.
     *
     * @param generations at least one, all fresh
     * @param prime tokens that all begin with; may be empty
     * @throws RuntimeException what one of them threw
     */
    public void run(List<Generation> generations, int[] prime) {
        int shares = Math.min(threads, generations.size());
        AtomicBoolean stopped = new AtomicBoolean();
        List<Runnable> loops = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            int from = generations.size() * share / shares;
            int to = generations.size() * (share + 1) / shares;
            SamplingLoop loop = new SamplingLoop(model, generations.subList(from, to), stopped::get);
            loops.add(() -> loop.run(prime));
        }
        runEach(loops, stopped);
    }

    /**
     * Runs pieces of work that each step a generation of their own.
     *
     * @param works at least one
     * @throws RuntimeException what one of them threw
     */
    public void runEach(List<Runnable> works) {
        runEach(works, new AtomicBoolean());
    }

    /** @param stopped is set once one of them fails; those that have not begun then do not */
    private void runEach(List<Runnable> works, AtomicBoolean stopped) {
        if (works.size() == 1) {
            works.get(0).run();
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, works.size()), factory);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable work : works) {
                running.add(executor.submit(() -> {
                    if (stopped.get()) {
                        return;
                    }
                    boolean done = false;
                    try {
                        work.run();
                        done = true;
                    } finally {
                        if (!done) {
                            stopped.set(true);
                        }
                    }
                }));
            }
            for (Future<?> work : running) {
                work.get();
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
