package cadenza.training.engine;

import cadenza.recurrent.NetworkShape;

/**
 * Where each array lies in the flat parameter and gradient vectors of Deeplearning4j, in values from the start. All are
 * row-major seen from here (f-order seen from there): input weights {@code [gates * hidden][inputs]}, recurrent weights
 * {@code [gates * hidden][hidden]}, bias, for each part, which is a layer in one direction, forward before backward; then
 * output weights {@code [outputs][activations]} and bias.
 */
record ParameterLayout(NetworkShape shape) {
    int directions() {
        return shape.bidirectional() ? 2 : 1;
    }

    /** Number of parts. */
    int parts() {
        return shape.layers() * directions();
    }

    /** Width of what a part reads. */
    int inputs(int part) {
        return shape.layerInputs(part / directions());
    }

    long input(int part) {
        long offset = 0;
        for (int before = 0; before < part; before++) {
            offset += size(before);
        }
        return offset;
    }

    long recurrent(int part) {
        return input(part) + (long) shape.gateWidth() * inputs(part);
    }

    long bias(int part) {
        return recurrent(part) + (long) shape.gateWidth() * shape.hidden();
    }

    /** Where a layer's parts begin. */
    long layer(int layer) {
        return input(layer * directions());
    }

    long output() {
        return input(parts());
    }

    long outputBias() {
        return output() + (long) shape.outputs() * shape.activations();
    }

    private long size(int part) {
        return (long) shape.gateWidth() * (inputs(part) + shape.hidden() + 1);
    }
}
