package cadenza.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Finds out whether two cores are two, now. Virtual cores share a physical one at times, and both together then do the
 * work of one: fused multiply-adds on arrays of the first cache show it within milliseconds. For one thread.
 */
public final class CoreProbe implements BooleanSupplier, AutoCloseable {
    /** Two threads must do so many times the work of one. */
    private static final double SCALING = 1.8;

    private static final Duration TIME = Duration.ofMillis(20);
    private static final Duration WARM_UP = Duration.ofMillis(200);
    private static final int VALUES = 1024;
    private static final int BATCH = 16;

    private final ExecutorService threads;
    private final boolean several;

    /** @param cores of the machine; of one alone there is nothing to probe */
    public CoreProbe(int cores) {
        several = cores > 1;
        threads = Executors.newFixedThreadPool(2, work -> {
            Thread thread = new Thread(work, "core-probe");
            thread.setDaemon(true);
            return thread;
        });
        if (several) {
            rate(2, WARM_UP);
        }
    }

    /** Whether two threads do nearly twice the work of one; always true on one core. */
    @Override
    public boolean getAsBoolean() {
        return !several || scaling() >= SCALING;
    }

    private double scaling() {
        double alone = rate(1, TIME);
        return rate(2, TIME) / alone;
    }

    /** Passes over an array in a nanosecond, of all threads together. */
    private double rate(int count, Duration time) {
        List<Future<Double>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(threads.submit(() -> rate(time)));
        }
        double sum = 0;
        try {
            for (Future<Double> one : running) {
                sum += one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while probing the cores", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the cores could not be probed", e.getCause());
        }
        return sum;
    }

    private static double rate(Duration time) {
        float[] values = new float[VALUES];
        long began = System.nanoTime();
        long passes = 0;
        long elapsed;
        do {
            for (int i = 0; i < BATCH; i++) {
                multiplyAndAdd(values);
            }
            passes += BATCH;
            elapsed = System.nanoTime() - began;
        } while (elapsed < time.toNanos());
        return (double) passes / elapsed;
    }

    /** Several multiply-adds a value, so that the units that do them are the bound, and not the cache. */
    private static void multiplyAndAdd(float[] values) {
        for (int i = 0; i < values.length; i++) {
            float x = values[i];
            x = Math.fma(x, 0.5f, 1f);
            x = Math.fma(x, 0.25f, 2f);
            x = Math.fma(x, 0.5f, 3f);
            x = Math.fma(x, 0.25f, 4f);
            values[i] = x;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
