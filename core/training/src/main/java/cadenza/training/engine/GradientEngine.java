package cadenza.training.engine;

import cadenza.recurrent.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Loss and gradient of windows of one size, computed by several threads, each with its own lanes. It reads the
 * parameters and writes the gradient in place, where Deeplearning4j keeps them; clipping and the update are not its
 * business. The recurrent state of every lane goes on from window to window unless the window says that it is fresh.
 * To be called from one thread.
 */
public final class GradientEngine implements AutoCloseable {
    private final NetworkShape shape;
    private final List<Shard> shards = new ArrayList<>();
    private final List<int[]> ranges = new ArrayList<>();
    private final List<WeightViews> gradients = new ArrayList<>();
    private final List<FloatPointer> partial = new ArrayList<>();
    private final FloatPointer gradient;
    private final PreparedWeights prepared;
    private final ExecutorService threads;

    /**
     * @param shape of a network whose layers read in one direction, or in both; then each window must hold whole
     *     sequences
     * @param lanes of every window, 1 or more
     * @param steps of every window, 1 or more
     * @param dropout probability that a value handed from layer to layer is zero, {@code [0, 1)}
     * @param inputDropout probability that an input slot which is not certain is left out, {@code [0, 1)}
     * @param certainSlots the first so many input slots are never left out
     * @param threads at most; no more than there are lanes are used
     * @param parameters Deeplearning4j's flat parameter vector
     * @param gradient Deeplearning4j's flat gradient vector
     */
    public GradientEngine(
            NetworkShape shape,
            int lanes,
            int steps,
            double dropout,
            double inputDropout,
            int certainSlots,
            int threads,
            long seed,
            FloatPointer parameters,
            FloatPointer gradient) {
        Blas.useCallingThread();
        this.shape = shape;
        this.gradient = new FloatPointer(gradient);
        this.prepared = new PreparedWeights(shape, parameters);
        int count = Math.min(threads, lanes);
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = from + (lanes - from) / (count - i);
            ranges.add(new int[] {from, to});
            long shardSeed = seed + 1000L * i;
            InputDropout leftOut = new InputDropout(inputDropout, certainSlots, shardSeed + 500);
            shards.add(new Shard(shape, to - from, steps, dropout, leftOut, shardSeed, parameters, prepared));
            if (i == 0) {
                gradients.add(new WeightViews(shape, gradient));
            } else {
                FloatPointer own = new FloatPointer(shape.parameters());
                partial.add(own);
                gradients.add(new WeightViews(shape, own));
            }
            from = to;
        }
        this.threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "gradient");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Writes the gradient of the window's loss divided by the number of its places, lanes times steps. So every token
     * counts the same, in a full window and in one that is nearly empty.
     *
     * @param update how many updates of the weights came before: what dropout leaves out follows from it and the seed
     * @return the mean loss, nats a token
     */
    public double gradient(Window window, long update) {
        int tokens = Math.max(1, window.tokens());
        float scale = 1f / window.targets().length;
        prepare(true);
        double loss = sum(i -> shards.get(i).gradient(lanes(window, i), scale, update, gradients.get(i)));
        addPartialGradients();
        return loss / tokens;
    }

    /** The loss of all the window's tokens together, in nats, without dropout; the gradient stays as it is. */
    public double loss(Window window) {
        prepare(false);
        return sum(i -> shards.get(i).loss(lanes(window, i)));
    }

    /**
     * One step of the optimiser with the gradient as it is.
     *
     * @param learningRate α
     * @param step t, from 1
     */
    public void update(ClippedAdam adam, double learningRate, int step) {
        int stripes = shards.size();
        sum(stripe -> {
            adam.squares(stripe, stripes);
            return 0;
        });
        sum(stripe -> {
            adam.update(stripe, stripes, learningRate, step);
            return 0;
        });
    }

    /**
     * The recurrent states of all lanes after the last window, copied.
     *
     * @return for each thread, layer and state of the cell {@code [hidden][its lanes]}, one after the other
     */
    public float[] states() {
        float[] values = new float[stateSize()];
        int at = 0;
        for (Shard shard : shards) {
            for (float[] state : shard.states()) {
                System.arraycopy(state, 0, values, at, state.length);
                at += state.length;
            }
        }
        return values;
    }

    /**
     * Puts the lanes into states that {@link #states} gave.
     *
     * @throws IllegalArgumentException if there are more or fewer than this engine's
     */
    public void restore(float[] states) {
        if (states.length != stateSize()) {
            throw new IllegalArgumentException(states.length + " values are no states of " + stateSize());
        }
        int at = 0;
        for (Shard shard : shards) {
            for (float[] state : shard.states()) {
                System.arraycopy(states, at, state, 0, state.length);
                at += state.length;
            }
        }
    }

    private int stateSize() {
        return shards.stream()
                .flatMap(shard -> shard.states().stream())
                .mapToInt(state -> state.length)
                .sum();
    }

    private Window lanes(Window window, int shard) {
        return window.lanes(ranges.get(shard)[0], ranges.get(shard)[1]);
    }

    private void prepare(boolean forBackward) {
        run(prepared.refresh(forBackward).stream()
                .map(Executors::callable)
                .map(callable -> (Callable<Object>) callable)
                .toList());
    }

    private interface Part {
        double of(int shard);
    }

    private double sum(Part part) {
        List<Callable<Double>> work = new ArrayList<>();
        for (int i = 0; i < shards.size(); i++) {
            int shard = i;
            work.add(() -> part.of(shard));
        }
        // Added up in the order of the shards, whichever is done first.
        return run(work).stream().mapToDouble(Double::doubleValue).sum();
    }

    private void addPartialGradients() {
        if (partial.isEmpty()) {
            return;
        }
        long size = shape.parameters();
        int stripes = shards.size();
        sum(stripe -> {
            long from = size * stripe / stripes;
            int length = (int) (size * (stripe + 1) / stripes - from);
            for (FloatPointer part : partial) {
                openblas_nolapack.cblas_saxpy(length, 1f, part.getPointer(from), 1, gradient.getPointer(from), 1);
            }
            return 0;
        });
    }

    private <T> List<T> run(List<Callable<T>> work) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while computing a gradient", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a gradient could not be computed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        shards.forEach(Shard::close);
        prepared.close();
        partial.forEach(FloatPointer::close);
        gradient.close();
    }
}
