package cadenza.chorale;

import cadenza.api.Vocabulary;
import cadenza.training.MaskedStretch;
import cadenza.training.Sequence;
import cadenza.training.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Pieces as training sequences: in each epoch stretches of each, begun anywhere, each in another key and masked anew.
 *
 * @param pieces tokens of each
 * @param length steps of a stretch at most
 * @param lowest semitones by which a piece may be transposed, 0 or less
 * @param highest semitones, 0 or more
 */
record GridStretches(GridCodec codec, List<int[]> pieces, int length, int lowest, int highest) implements TrainingSet {
    @Override
    public List<Sequence> epoch(RandomGenerator random) {
        GridMasks masks = new GridMasks(codec.layout());
        List<Sequence> stretches = new ArrayList<>();
        for (int[] piece : pieces) {
            int steps = codec.layout().steps(piece.length);
            int count = (steps + length - 1) / length;
            for (int i = 0; i < count; i++) {
                int[] tokens = transposed(piece, random);
                int from = steps <= length ? 0 : random.nextInt(steps - length + 1);
                int to = Math.min(steps, from + length);
                stretches.add(new MaskedStretch(codec, tokens, masks.draw(tokens.length, from, to, random), from, to));
            }
        }
        return stretches;
    }

    /** In a key in which each voice stays where it may sing; as it is, where none is found at once. */
    private int[] transposed(int[] piece, RandomGenerator random) {
        for (int attempt = 0; attempt < highest - lowest; attempt++) {
            int semitones = random.nextInt(lowest, highest + 1);
            int[] transposed = codec.transpose(piece, semitones);
            if (unknown(transposed) <= unknown(piece)) {
                return transposed;
            }
        }
        return piece;
    }

    private static long unknown(int[] piece) {
        return Arrays.stream(piece).filter(token -> token == Vocabulary.UNKNOWN).count();
    }
}
