package cadenza.host;

import cadenza.host.sampling.Generation;
import cadenza.host.sampling.SamplingLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Generations of one model, split over the cores; each core takes its share in lockstep, so that the weights come from
 * memory once for all of them.
 */
final class ParallelSampling {
    private final OpenedModel opened;
    private final int threads;

    ParallelSampling(OpenedModel opened, int threads) {
        this.opened = opened;
        this.threads = threads;
    }

    /**
     * Runs all generations to their end.
     *
     * @param doing what the plugin is called for, for the message: "composing"
     * @param prime tokens that all begin with; may be empty
     */
    void run(String doing, List<Generation> generations, int[] prime) {
        int shares = Math.min(threads, generations.size());
        if (shares == 1) {
            run(doing, generations, prime, 0, generations.size());
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(shares);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int share = 0; share < shares; share++) {
                int from = generations.size() * share / shares;
                int to = generations.size() * (share + 1) / shares;
                running.add(executor.submit(() -> run(doing, generations, prime, from, to)));
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
            throw new IllegalStateException("interrupted while " + doing, e);
        } finally {
            executor.shutdownNow();
        }
    }

    private void run(String doing, List<Generation> generations, int[] prime, int from, int to) {
        opened.generator().call(doing, ignored -> {
            new SamplingLoop(opened.model(), generations.subList(from, to)).run(prime);
            return null;
        });
    }
}
