package cadenza.music.coding;

import cadenza.training.Sequence;
import cadenza.training.TrainingSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Pieces as training sequences, each in another key in every epoch.
 *
 * @param lowest semitones, 0 or less
 * @param highest semitones, 0 or more
 */
public record TransposedPieces(PieceCodec codec, List<int[]> pieces, int lowest, int highest) implements TrainingSet {
    @Override
    public List<Sequence> epoch(RandomGenerator random) {
        return pieces.stream()
                .map(piece -> Sequence.of(codec, codec.transpose(piece, random.nextInt(lowest, highest + 1))))
                .toList();
    }
}
