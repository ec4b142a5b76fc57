package cadenza.host.sampling;

import java.util.random.RandomGenerator;

/**
 * The random source of every generation: xoshiro256** 1.0 (D. Blackman and S. Vigna, "Scrambled linear pseudorandom
 * number generators", 2018), its state filled by SplitMix64 from the seed as its authors recommend. Written out here so
 * that a seed means the same for ever, whatever the JDK's own generators become. For one thread.
 */
public final class Xoshiro256 implements RandomGenerator {
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    public Xoshiro256(long seed) {
        s0 = splitMix(seed + GOLDEN_GAMMA);
        s1 = splitMix(seed + 2 * GOLDEN_GAMMA);
        s2 = splitMix(seed + 3 * GOLDEN_GAMMA);
        s3 = splitMix(seed + 4 * GOLDEN_GAMMA);
    }

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private static long splitMix(long state) {
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s1 * 5, 7) * 9;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform in {@code [0, 1)}, in steps of 2⁻⁵³. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }
}
