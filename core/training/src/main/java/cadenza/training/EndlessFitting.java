package cadenza.training;

import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.Workload;
import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkShape;
import cadenza.training.engine.Window;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A training that never ends, to be measured: what {@link Trainer} does between two validations, at its highest
 * learning rate. Windows are cut from sequences of random tokens, the state goes on from window to window, and each
 * window is one update of the weights. For one thread.
 */
public final class EndlessFitting implements Workload {
    private static final int WINDOWS = 32; // in a lane, before its sequence begins again
    private static final double LEARNING_RATE = 0.002;
    private static final double CLIP = 5;
    private static final long SEED = 1;

    /** A part of the training at which {@link LearningRate} is at its peak. */
    private static final double EARLY = 0.3;

    private final WindowNetwork network;
    private final Windows windows;
    private Iterator<Window> next;

    /**
     * @param lanes sequences side by side, 1 or more
     * @param steps steps through which the gradient flows back, 1 or more
     * @param threads at most
     * @throws cadenza.api.UserException if there is no such cell
     */
    public EndlessFitting(NetworkSize size, int lanes, int steps, int threads) {
        NetworkShape shape = new NetworkShape(
                size.symbols(), Cell.of(size.cell()), false, size.layers(), size.hidden(), size.symbols());
        Random random = new Random(SEED);
        List<Sequence> sequences = Stream.generate(
                        () -> random.ints(WINDOWS * steps, 0, size.symbols()).toArray())
                .limit(lanes)
                .map(Sequence::ofLastToken)
                .toList();
        windows = new Windows(sequences, lanes, steps, 1, random);
        next = windows.iterator();
        Hyperparameters hyperparameters = new Hyperparameters(
                lanes, steps, LEARNING_RATE, 0, 0, CLIP, OptionalInt.empty(), Optional.empty(), SEED, threads);
        network = new WindowNetwork(shape, InputSlots.ONE, hyperparameters, () -> EARLY);
    }

    @Override
    public long run(Duration about) {
        long began = System.nanoTime();
        long tokens = 0;
        do {
            if (!next.hasNext()) {
                next = windows.iterator();
            }
            Window window = next.next();
            network.fit(window);
            tokens += window.tokens();
        } while (System.nanoTime() - began < about.toNanos());
        return tokens;
    }

    @Override
    public void close() {
        network.close();
    }
}
