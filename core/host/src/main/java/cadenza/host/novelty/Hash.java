package cadenza.host.novelty;

/**
 * A hash of 64 bits over a sequence of numbers, the same for ever and on every machine: after each number the state is
 * stirred by the finaliser of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014). It spreads evenly; it is no defence against someone who looks for collisions.
 */
final class Hash {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Hash() {}

    /** The hash of a sequence with one more number. @param hash of the numbers before; 0 for none */
    static long add(long hash, long number) {
        long z = (hash ^ number) + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
