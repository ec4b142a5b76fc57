package cadenza.training;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a network is fitted.
 *
 * @param batch sequences side by side, 1 or more
 * @param steps steps through which the gradient flows back (truncated backpropagation through time), 1 or more
 * @param learningRate the highest, of Adam
 * @param dropout probability that a value handed from layer to layer is zero, {@code [0, 1)}
 * @param inputDropout probability that an input slot which is not certain is left out, {@code [0, 1)}
 * @param clip the gradient of each layer is scaled down to this L2 norm where it is longer
 * @param epochs passes over the training sequences at most
 * @param time wall time at most, validation included
 * @param patience stop after so many validations in a row without an improvement, 1 or more
 * @param seed of the initial weights, the order of the sequences and dropout
 * @param threads at most
 */
public record Hyperparameters(
        int batch,
        int steps,
        double learningRate,
        double dropout,
        double inputDropout,
        double clip,
        OptionalInt epochs,
        Optional<Duration> time,
        OptionalInt patience,
        long seed,
        int threads) {
    /** The same on another number of threads. */
    Hyperparameters onThreads(int others) {
        return new Hyperparameters(
                batch, steps, learningRate, dropout, inputDropout, clip, epochs, time, patience, seed, others);
    }

    /** Without patience. */
    public Hyperparameters(
            int batch,
            int steps,
            double learningRate,
            double dropout,
            double inputDropout,
            double clip,
            OptionalInt epochs,
            Optional<Duration> time,
            long seed,
            int threads) {
        this(batch, steps, learningRate, dropout, inputDropout, clip, epochs, time, OptionalInt.empty(), seed, threads);
    }
}
