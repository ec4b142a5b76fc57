package cadenza.training.engine;

import cadenza.recurrent.NetworkShape;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * One thread's share of the minibatch: its lanes, forward and backward through all layers. Keeps the recurrent state of
 * its lanes from window to window.
 */
final class Shard {
    /** Steps whose input products are taken together: enough for a large product, few enough to stay in the cache. */
    private static final int BLOCK = 8;

    private final NetworkShape shape;
    private final int lanes;
    private final int steps;
    private final LayerPass[] layers;
    private final Dropout[] dropouts; // one a layer; empty without dropout
    private final Matrix[] dropped;
    private final InputPass input;
    private final OutputPass output;
    private final Matrix blockSums;
    private final Matrix below;
    private final float[][] bias; // of the layer at hand, [gate][hidden * lanes]
    private final float[] scratch;
    private final WeightViews weights;
    private final PreparedWeights prepared;
    private final InputDropout inputDropout;
    private int[][] units; // of the window at hand, less what is left out
    private float[] unitFactors;

    Shard(
            NetworkShape shape,
            int lanes,
            int steps,
            double dropout,
            InputDropout inputDropout,
            long seed,
            FloatPointer parameters,
            PreparedWeights shared) {
        this.shape = shape;
        this.lanes = lanes;
        this.steps = steps;
        this.inputDropout = inputDropout;
        int hidden = shape.hidden();
        int cells = steps * lanes;
        layers = new LayerPass[shape.layers()];
        dropouts = new Dropout[dropout > 0 ? shape.layers() : 0];
        dropped = new Matrix[dropouts.length];
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer] = LayerPass.of(shape.cell(), hidden, lanes, steps);
            if (dropout > 0) {
                dropouts[layer] = new Dropout(dropout, steps, hidden * lanes, seed + layer);
                dropped[layer] = Matrix.padded(hidden, cells);
            }
        }
        input = new InputPass(shape.cell().gates(), shape.inputs(), hidden, lanes);
        output = new OutputPass(shape.outputs(), hidden, cells);
        blockSums = Matrix.padded(shape.gateWidth(), BLOCK * lanes);
        below = Matrix.padded(hidden, cells);
        bias = new float[shape.cell().gates()][hidden * lanes];
        scratch = new float[hidden * lanes];
        weights = new WeightViews(shape, parameters);
        prepared = shared.forThread();
    }

    /**
     * The loss without a gradient and without dropout.
     *
     * @return nats, of all targets together
     */
    double loss(Window window) {
        forward(window, false, InputDropout.NONE, 0);
        return output.run(weights.output, prepared.outputBias, top(false), firstColumn(false), window, 0f);
    }

    /**
     * Loss and gradient.
     *
     * @param scale what a token's loss counts in the gradient
     * @param update how many updates of the weights came before, for dropout
     * @param gradient overwritten
     * @return nats, of all targets together
     */
    double gradient(Window window, float scale, long update, WeightViews gradient) {
        boolean dropping = dropouts.length > 0;
        forward(window, dropping, inputDropout, update);
        double loss =
                output.run(weights.output, prepared.outputBias, top(dropping), firstColumn(dropping), window, scale);
        output.backward(prepared.outputTransposed, top(dropping), firstColumn(dropping), gradient, below);
        input.begin();
        for (int layer = layers.length - 1; layer >= 0; layer--) {
            backward(layer, gradient);
        }
        return loss;
    }

    private Matrix handedOn(int layer, boolean dropping) {
        return dropping ? dropped[layer] : layers[layer].activations;
    }

    /** Where the first step stands in what a layer hands on: its activations begin with the step before. */
    private int firstColumn(boolean dropping) {
        return dropping ? 0 : lanes;
    }

    private Matrix top(boolean dropping) {
        return handedOn(layers.length - 1, dropping);
    }

    private void forward(Window window, boolean dropping, InputDropout dropout, long update) {
        units = dropout.draw(window.units(), update);
        unitFactors = dropout.factors(units.length);
        for (int layer = 0; layer < layers.length; layer++) {
            LayerPass pass = layers[layer];
            pass.begin(window.fresh());
            if (layer > 0) {
                broadcastBias(prepared.bias[layer]);
            }
            if (dropping) {
                dropouts[layer].draw(update);
            }
            for (int step = 0; step < steps; step++) {
                if (layer == 0) {
                    input.lookUp(prepared.unitRows, prepared.bias[0], units, unitFactors, step, pass.term);
                } else {
                    if (step % BLOCK == 0) {
                        projectBlock(layer, step, dropping);
                    }
                    readBlock(step % BLOCK * lanes, pass.term);
                }
                pass.forward(step, weights.recurrent[layer]);
                if (dropping) {
                    Elementwise.product(pass.a[step + 1], dropouts[layer].factors(step), scratch);
                    dropped[layer].put(0, step * lanes, scratch, shape.hidden(), lanes);
                }
            }
        }
    }

    /** {@code terms[gate] = W·x + b} of a step of the block. */
    private void readBlock(int column, float[][] terms) {
        for (int gate = 0; gate < terms.length; gate++) {
            blockSums.get(gate * shape.hidden(), column, terms[gate], shape.hidden(), lanes);
            Elementwise.add(terms[gate], bias[gate]);
        }
    }

    private void broadcastBias(float[] values) {
        for (int gate = 0; gate < bias.length; gate++) {
            for (int unit = 0; unit < shape.hidden(); unit++) {
                Arrays.fill(bias[gate], unit * lanes, (unit + 1) * lanes, values[gate * shape.hidden() + unit]);
            }
        }
    }

    private void projectBlock(int layer, int step, boolean dropping) {
        Matrix read = handedOn(layer - 1, dropping);
        Blas.multiply(
                shape.gateWidth(),
                Math.min(BLOCK, steps - step) * lanes,
                shape.hidden(),
                weights.input[layer].at(0, 0),
                weights.input[layer].stride(),
                read.at(0, firstColumn(dropping) + step * lanes),
                read.stride(),
                0f,
                blockSums.at(0, 0),
                blockSums.stride());
    }

    private void backward(int layer, WeightViews gradient) {
        boolean dropping = dropouts.length > 0;
        LayerPass pass = layers[layer];
        if (dropping) {
            for (int step = 0; step < steps; step++) {
                below.get(0, step * lanes, scratch, shape.hidden(), lanes);
                Elementwise.multiply(scratch, dropouts[layer].factors(step));
                below.put(0, step * lanes, scratch, shape.hidden(), lanes);
            }
        }
        for (int step = steps - 1; step >= 0; step--) {
            pass.backward(step, prepared.recurrentTransposed[layer], below);
            if (layer == 0) {
                input.scatter(pass.z, units, unitFactors, step);
            }
        }
        pass.recurrentGradient(gradient.recurrent[layer]);
        pass.biasGradient(gradient.bias[layer]);
        if (layer == 0) {
            input.gradient(gradient.input[0]);
            return;
        }
        int cells = steps * lanes;
        Matrix read = handedOn(layer - 1, dropping);
        Blas.multiplyTransposed(
                shape.gateWidth(),
                shape.hidden(),
                cells,
                pass.errors.at(0, 0),
                pass.errors.stride(),
                read.at(0, firstColumn(dropping)),
                read.stride(),
                gradient.input[layer].at(0, 0),
                gradient.input[layer].stride());
        Matrix transposed = prepared.inputTransposed[layer];
        Blas.multiply(
                shape.hidden(),
                cells,
                shape.gateWidth(),
                transposed.at(0, 0),
                transposed.stride(),
                pass.errors.at(0, 0),
                pass.errors.stride(),
                0f,
                below.at(0, 0),
                below.stride());
    }

    /** The recurrent states after the last window, for reading and writing: they are carried into the next. */
    List<float[]> states() {
        return Arrays.stream(layers).flatMap(layer -> layer.states().stream()).toList();
    }

    void close() {
        for (LayerPass layer : layers) {
            layer.close();
        }
        for (Matrix matrix : dropped) {
            matrix.close();
        }
        output.close();
        blockSums.close();
        below.close();
        prepared.close();
    }
}
