package cadenza.host.models;

import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.Tensor;

/** How many bits a weight has in a model's file; in memory it has 32. */
public enum Precision {
    /** IEEE 754 binary32. */
    SINGLE(32, "F32"),

    /** IEEE 754 binary16: eleven bits of accuracy, up to 65504. */
    HALF(16, "F16");

    private final int bits;
    private final String type;

    Precision(int bits, String type) {
        this.bits = bits;
        this.type = type;
    }

    /** Of one weight. */
    public int bits() {
        return bits;
    }

    /** A card that says so where it is not 32, as is usual. */
    public Settings on(Settings card) {
        return this == SINGLE ? card : card.with("weights", bits + " bits");
    }

    /** Whether it holds all weights of a model. */
    public boolean holds(ModelContents contents) {
        if (this == SINGLE) {
            return true;
        }
        for (Tensor tensor : contents.tensors().values()) {
            for (float value : tensor.values()) {
                if (!HalfPrecision.holds(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    int bytes() {
        return bits / Byte.SIZE;
    }

    /** As the safetensors format names it. */
    String type() {
        return type;
    }
}
