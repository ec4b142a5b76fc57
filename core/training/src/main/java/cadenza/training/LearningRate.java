package cadenza.training;

import java.util.function.DoubleSupplier;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that rises over the first 2 % of the training, or over 100 steps where that is longer but no more than
 * a fifth of the training, stays until half-way, and falls to a hundredth by half a cosine. Beside the rise it follows how much of the training is done, by time or by
 * epochs, not a number of steps: how many fit into the time is not known beforehand.
 */
final class LearningRate implements ISchedule {
    private static final long serialVersionUID = 1;
    private static final double RISE = 0.02;

    /**
     * In a short training 2 % may be two steps, after which a large network learns no more than how often each token
     * occurs: in two minutes an LSTM 2x512 at a rate of 0.01 stayed at 3.3 nats a character, and with a rise over some 60
     * steps came to 1.8.
     */
    private static final int FEWEST_RISING_STEPS = 100;

    /** A training of a hundred steps would otherwise do nothing but rise. */
    private static final double LONGEST_RISE = 0.2;

    private static final double LOWEST = 0.01;

    private final double peak;
    private final transient DoubleSupplier done;

    /** @param done how much of the training is done, 0 to 1 */
    LearningRate(double peak, DoubleSupplier done) {
        this.peak = peak;
        this.done = done;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        double now = Math.max(0, Math.min(1, done.getAsDouble()));
        double risen = Math.max((double) iteration / FEWEST_RISING_STEPS, now / LONGEST_RISE);
        return peak * Math.min(Math.max(LOWEST, risen), factor(now));
    }

    static double factor(double done) {
        if (done < RISE) {
            return Math.max(LOWEST, done / RISE);
        }
        if (done < 0.5) {
            return 1;
        }
        return LOWEST + (1 - LOWEST) * 0.5 * (1 + Math.cos(Math.PI * (2 * done - 1)));
    }

    /** The same schedule: it has no state of its own. */
    @Override
    public ISchedule clone() {
        return this;
    }
}
