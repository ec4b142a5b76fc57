package cadenza.recurrent;

import cadenza.api.CodecState;
import java.util.Optional;

/** A codec's state that also gives the network's input. */
public interface SlotState extends CodecState {
    /**
     * The input units that are 1 now. Before the first token all are {@link #NONE}: the zero vector.
     *
     * @param units array of one element a slot, overwritten with units of {@code [0, inputs)} or {@link #NONE}
     */
    void units(int[] units);

    @Override
    default Optional<? extends SlotState> copy() {
        return Optional.empty();
    }

    /** A slot in which nothing is on. */
    int NONE = -1;
}
