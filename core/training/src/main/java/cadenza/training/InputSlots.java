package cadenza.training;

import cadenza.recurrent.SlotCodec;

/**
 * The slots of a network's input.
 *
 * @param count how many there are, 1 or more
 * @param certain the first so many are never left out by input dropout
 */
public record InputSlots(int count, int certain) {
    /** One slot, such as the last token. */
    public static final InputSlots ONE = new InputSlots(1, 1);

    /** The slots of a codec. */
    public static InputSlots of(SlotCodec<?> codec) {
        return new InputSlots(codec.slots(), codec.certainSlots());
    }
}
