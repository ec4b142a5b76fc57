package cadenza.music.coding;

import cadenza.api.Vocabulary;
import cadenza.training.Sequence;
import cadenza.training.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Pieces as training sequences, each in another key in every epoch; where that would leave the vocabulary, as it is.
 *
 * @param lowest semitones, 0 or less
 * @param highest semitones, 0 or more
 */
public record TransposedPieces(PieceCodec codec, List<int[]> pieces, int lowest, int highest) implements TrainingSet {
    @Override
    public List<Sequence> epoch(RandomGenerator random) {
        return pieces.stream()
                .map(piece -> Sequence.of(codec, transposed(piece, random.nextInt(lowest, highest + 1))))
                .toList();
    }

    private int[] transposed(int[] piece, int semitones) {
        int[] transposed = codec.transpose(piece, semitones);
        return unknown(transposed) > unknown(piece) ? piece : transposed;
    }

    private static long unknown(int[] piece) {
        return Arrays.stream(piece).filter(token -> token == Vocabulary.UNKNOWN).count();
    }
}
