package cadenza.training.engine;

import cadenza.recurrent.NetworkShape;

/**
 * Where each array lies in the flat parameter and gradient vectors of Deeplearning4j, in values from the start. All are
 * row-major seen from here (f-order seen from there): input weights {@code [gates * hidden][inputs]}, recurrent weights
 * {@code [gates * hidden][hidden]}, bias, for each layer; then output weights {@code [outputs][hidden]} and bias.
 */
record ParameterLayout(NetworkShape shape) {
    long input(int layer) {
        long offset = 0;
        for (int below = 0; below < layer; below++) {
            offset += size(below);
        }
        return offset;
    }

    long recurrent(int layer) {
        return input(layer) + (long) shape.gateWidth() * shape.layerInputs(layer);
    }

    long bias(int layer) {
        return recurrent(layer) + (long) shape.gateWidth() * shape.hidden();
    }

    long output() {
        return input(shape.layers());
    }

    long outputBias() {
        return output() + (long) shape.outputs() * shape.hidden();
    }

    private long size(int layer) {
        return (long) shape.gateWidth() * (shape.layerInputs(layer) + shape.hidden() + 1);
    }
}
