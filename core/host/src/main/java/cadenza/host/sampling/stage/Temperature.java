package cadenza.host.sampling.stage;

import cadenza.api.UserException;

/**
 * Divides the logits before they become probabilities (Ackley, Hinton and Sejnowski, "A learning algorithm for Boltzmann
 * machines", 1985, section 2).
 *
 * @param value 0 is always the likeliest, 1 as the network says, more is wilder; {@code [0, 100]}
 */
public record Temperature(double value) implements Stage {
    /** The highest there is. */
    public static final double HIGHEST = 100;

    public Temperature {
        if (!(value >= 0 && value <= HIGHEST)) {
            throw new UserException("--temperature " + value + " is not a number of 0.." + HIGHEST
                    + " (0 is always the likeliest, 1 as the model says)");
        }
    }

    @Override
    public String name() {
        return value == 0 ? "temperature 0, always the likeliest" : "temperature " + value;
    }

    /** With the value 0 nothing is left but the likeliest. */
    @Override
    public void apply(Candidates candidates) {
        if (value > 0) {
            candidates.weigh(value);
        } else {
            candidates.weighLikeliestAlone();
        }
    }
}
