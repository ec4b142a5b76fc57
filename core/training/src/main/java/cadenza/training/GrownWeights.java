package cadenza.training;

import cadenza.recurrent.LayerWeights;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of a network that got more inputs and outputs behind those it had: what it knew stays, so that among the
 * outputs it had it predicts as before.
 */
final class GrownWeights {
    private GrownWeights() {}

    /**
     * Puts known weights over fresh ones. Input rows and output columns beyond the known ones are the fresh ones; the
     * biases of new outputs are the lowest of the known ones, so that a new symbol begins as unlikely as the rarest.
     *
     * @param fresh of the larger network
     * @throws IllegalArgumentException if the networks differ in more than inputs and outputs, or the fresh one has fewer
     */
    static NetworkWeights of(NetworkWeights known, NetworkWeights fresh) {
        NetworkShape small = known.shape();
        NetworkShape large = fresh.shape();
        NetworkShape grown = new NetworkShape(
                large.inputs(), small.cell(), small.bidirectional(), small.layers(), small.hidden(), large.outputs());
        if (!grown.equals(large) || small.inputs() > large.inputs() || small.outputs() > large.outputs()) {
            throw new IllegalArgumentException(small + " cannot grow to " + large);
        }
        return new NetworkWeights(
                large,
                layers(known.forward(), fresh.forward()),
                layers(known.backward(), fresh.backward()),
                columns(known.output(), fresh.output()),
                bias(known.outputBias(), large.outputs()));
    }

    private static List<LayerWeights> layers(List<LayerWeights> known, List<LayerWeights> fresh) {
        List<LayerWeights> layers = new ArrayList<>(known);
        if (!known.isEmpty()) {
            LayerWeights first = known.get(0);
            layers.set(0, new LayerWeights(rows(first.input(), fresh.get(0).input()), first.recurrent(), first.bias()));
        }
        return layers;
    }

    private static float[][] rows(float[][] known, float[][] fresh) {
        float[][] rows = fresh.clone();
        System.arraycopy(known, 0, rows, 0, known.length);
        return rows;
    }

    private static float[][] columns(float[][] known, float[][] fresh) {
        float[][] columns = new float[fresh.length][];
        for (int row = 0; row < fresh.length; row++) {
            columns[row] = fresh[row].clone();
            System.arraycopy(known[row], 0, columns[row], 0, known[row].length);
        }
        return columns;
    }

    private static float[] bias(float[] known, int outputs) {
        float lowest = known[0];
        for (float bias : known) {
            lowest = Math.min(lowest, bias);
        }
        float[] bias = new float[outputs];
        Arrays.fill(bias, lowest);
        System.arraycopy(known, 0, bias, 0, known.length);
        return bias;
    }
}
