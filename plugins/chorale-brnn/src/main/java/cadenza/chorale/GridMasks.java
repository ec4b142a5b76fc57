package cadenza.chorale;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Which tokens of a stretch a training masks: as they are masked while music is rewritten. Some cells here and there, as
 * late in a sampling; most of them, as at its beginning; whole voices, to harmonise; a few bars, to fill them.
 */
final class GridMasks {
    private static final double FEW = 0.45;
    private static final double ANY = 0.65;
    private static final double VOICES = 0.85;
    private static final double LEAST_SHARE = 0.02;
    private static final double FEW_SHARE = 0.3;
    /** Beyond 1, so that in many cases all are masked. */
    private static final double ABOVE_ALL = 1.6;

    private static final int STEPS_PER_BEAT = 4;
    private static final int MOST_BEATS = 24;

    private final GridLayout layout;

    GridMasks(GridLayout layout) {
        this.layout = layout;
    }

    /** The masks of a piece of so many tokens, of which the steps {@code [from, to)} are learned; at least one is set. */
    boolean[] draw(int tokens, int from, int to, RandomGenerator random) {
        boolean[] masked = new boolean[tokens];
        double kind = random.nextDouble();
        if (kind < FEW) {
            scatter(masked, from, to, allVoices(), random.nextDouble(LEAST_SHARE, FEW_SHARE), random);
        } else if (kind < ANY) {
            scatter(masked, from, to, allVoices(), random.nextDouble(FEW_SHARE, 1), random);
        } else if (kind < VOICES) {
            scatter(masked, from, to, someVoices(random), random.nextDouble(FEW_SHARE, ABOVE_ALL), random);
        } else {
            int steps = Math.min(to - from, STEPS_PER_BEAT * (1 + random.nextInt(MOST_BEATS)));
            int first = random.nextInt(from, to - steps + 1);
            scatter(masked, first, first + steps, someVoices(random), random.nextDouble(FEW_SHARE, ABOVE_ALL), random);
        }
        masked[layout.place(random.nextInt(from, to), random.nextInt(layout.voices()))] = true;
        return masked;
    }

    private boolean[] allVoices() {
        boolean[] voices = new boolean[layout.voices()];
        Arrays.fill(voices, true);
        return voices;
    }

    private boolean[] someVoices(RandomGenerator random) {
        boolean[] voices = new boolean[layout.voices()];
        int chosen = random.nextInt(1, 1 << layout.voices());
        for (int voice = 0; voice < voices.length; voice++) {
            voices[voice] = (chosen >> voice & 1) == 1;
        }
        return voices;
    }

    /** @param share of the cells, all where it is 1 or more */
    private void scatter(boolean[] masked, int from, int to, boolean[] voices, double share, RandomGenerator random) {
        for (int step = from; step < to; step++) {
            for (int voice = 0; voice < voices.length; voice++) {
                int place = layout.place(step, voice);
                if (voices[voice] && place < masked.length && random.nextDouble() < share) {
                    masked[place] = true;
                }
            }
        }
    }
}
