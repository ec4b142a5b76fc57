package cadenza.training.engine;

import java.util.SplittableRandom;

/**
 * A seed for each count, so that what is random in a training follows from its seed and from how far it is, and not from
 * what was drawn before: it can be taken up again anywhere.
 */
public final class CountedSeed {
    /** Odd, so that counts that differ give states that differ. */
    private static final long STRIDE = 0xD1342543DE82EF95L;

    private CountedSeed() {}

    /** The seed of a count, such as an epoch or a step. */
    public static long of(long seed, long count) {
        // What a SplittableRandom gives first is a well mixed form of its seed.
        return new SplittableRandom(seed + count * STRIDE).nextLong();
    }
}
