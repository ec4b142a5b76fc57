package cadenza.host.rewriting;

import cadenza.host.sampling.Xoshiro256;
import java.util.Arrays;

/** In which order places are redone, and how many at a time: pass after pass, each with masks of its own. */
public sealed interface Schedule {
    /**
     * How many passes there are.
     *
     * @param places how many places are to be redone, 1 or more
     */
    int passes(int places);

    /**
     * Which places are masked in a pass.
     *
     * @param places all that are to be redone, ascending
     * @param pass {@code [0, passes)}; in pass 0 all are masked
     * @return some of the places, ascending; may be none
     */
    int[] masked(int[] places, int pass, Xoshiro256 random);

    /** How many of the masked places are chosen in a pass, from the first on; the others stay masked. */
    int chosen(int masked);

    /** What the temperature is multiplied by in a pass. @param passes how many there are */
    double temperatureFactor(int pass, int passes);

    /**
     * Annealed blocked Gibbs sampling (Yao et al., "On the equivalence between deep NADE and generative stochastic
     * networks", 2014; for music: Huang et al., "Counterpoint by convolution", 2017; with single places: Hadjeres, Pachet
     * and Nielsen, "DeepBach", 2017): the first pass masks everything and chooses each place as if it knew of no other;
     * each further pass masks places at random, and chooses each from all that stand. At first many at a time, which moves
     * far and takes no heed of each other; in the second half few, which mends what did not.
     *
     * @param passes how many there are; 1 or more
     * @param lastShare of the places that are masked in each pass of the second half; over the first half the share falls
     *     linearly from 1 to it; {@code (0, 1]}
     * @param firstTemperature what the temperature is multiplied by in the first pass; falls linearly to 1 over the first
     *     half of the passes; 1 or more
     */
    record Annealed(int passes, double lastShare, double firstTemperature) implements Schedule {
        /** How many passes, unless told otherwise. */
        public static final int PASSES = 48;

        /** The share of the second half, unless told otherwise. */
        public static final double LAST_SHARE = 0.06;

        /** How much hotter it begins, unless told otherwise. */
        public static final double FIRST_TEMPERATURE = 1.3;

        /** @throws IllegalArgumentException if a number is out of range */
        public Annealed {
            if (passes < 1) {
                throw new IllegalArgumentException("passes " + passes + " are not 1 or more");
            }
            if (!(lastShare > 0 && lastShare <= 1)) {
                throw new IllegalArgumentException("last share " + lastShare + " is not in (0, 1]");
            }
            if (!(firstTemperature >= 1 && firstTemperature < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("first temperature " + firstTemperature + " is not 1 or more");
            }
        }

        /** With the usual share and temperature. */
        public Annealed(int passes) {
            this(passes, LAST_SHARE, FIRST_TEMPERATURE);
        }

        /** The usual one. */
        public Annealed() {
            this(PASSES);
        }

        @Override
        public int passes(int places) {
            return passes;
        }

        /** The share of the places that are masked in a pass, on average. */
        double share(int pass) {
            return pass == 0 ? 1 : 1 - (1 - lastShare) * Math.min(1, 2.0 * pass / passes);
        }

        /** Each place is masked with the probability of the share; takes one number of the source for each. */
        @Override
        public int[] masked(int[] places, int pass, Xoshiro256 random) {
            double share = share(pass);
            return Arrays.stream(places)
                    .filter(place -> random.nextDouble() < share)
                    .toArray();
        }

        @Override
        public int chosen(int masked) {
            return masked;
        }

        @Override
        public double temperatureFactor(int pass, int ofPasses) {
            int half = ofPasses / 2;
            return pass >= half ? 1 : firstTemperature - (firstTemperature - 1) * pass / half;
        }
    }

    /**
     * One place after the other, from left to right, all that are still to come being masked (as in Uria, Murray and
     * Larochelle, "A deep and tractable density estimator", 2014, whose predictors serve any order; this is the one of
     * reading).
     */
    record LeftToRight() implements Schedule {
        @Override
        public int passes(int places) {
            return places;
        }

        @Override
        public int[] masked(int[] places, int pass, Xoshiro256 random) {
            return Arrays.copyOfRange(places, pass, places.length);
        }

        @Override
        public int chosen(int masked) {
            return 1;
        }

        @Override
        public double temperatureFactor(int pass, int passes) {
            return 1;
        }
    }
}
