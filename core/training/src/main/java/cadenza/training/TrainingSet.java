package cadenza.training;

import java.util.List;
import java.util.random.RandomGenerator;

/** The sequences to learn from, which may be others in each epoch: transposed, or begun elsewhere. */
public interface TrainingSet {
    /** The sequences of one epoch, in any order. */
    List<Sequence> epoch(RandomGenerator random);

    /** The same sequences in every epoch. */
    static TrainingSet of(List<Sequence> sequences) {
        return random -> sequences;
    }
}
