package cadenza.gap;

import cadenza.training.Sequence;
import cadenza.training.TokenSequence;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * A stretch of a text with gaps, as a network learns to fill them.
 *
 * @param from the first of its characters
 * @param length characters, 1 or more; a single one is masked
 * @param masked those within it that are to be predicted
 */
record GapStretch(TokenSequence text, int from, int length, BitSet masked) implements Sequence {
    private static final int MOST_GAPS = 4;

    /** One with a few gaps of all lengths, short ones more often; at least one character is masked. */
    static GapStretch of(TokenSequence text, int from, int length, RandomGenerator random) {
        BitSet masked = new BitSet(length);
        int gaps = 1 + random.nextInt(MOST_GAPS);
        for (int gap = 0; gap < gaps; gap++) {
            // Uniform over the logarithm: as many gaps of 1 to 10 characters as of 10 to 100.
            int size = (int) Math.round(Math.exp(random.nextDouble() * Math.log(Math.max(2, length / 2.0))));
            int first = random.nextInt(Math.max(1, length - size + 1));
            masked.set(first, Math.min(length, first + size));
        }
        return new GapStretch(text, from, length, masked);
    }

    @Override
    public int target(int step) {
        return masked.get(step) ? text.token(from + step) : -1;
    }

    @Override
    public int unit(int step, int slot) {
        return masked.get(step) ? GapCodec.MASKED : GapCodec.unit(text.token(from + step));
    }
}
