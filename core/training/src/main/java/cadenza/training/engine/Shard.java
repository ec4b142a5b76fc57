package cadenza.training.engine;

import cadenza.recurrent.NetworkShape;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * One thread's share of the minibatch: its lanes, forward and backward through all layers, each of which reads in one
 * direction or in both. Keeps the recurrent state of its lanes from window to window.
 */
final class Shard {
    /** Steps whose input products are taken together: enough for a large product, few enough to stay in the cache. */
    private static final int BLOCK = 8;

    private static final Direction[] DIRECTIONS = Direction.values();

    private final NetworkShape shape;
    private final int directions;
    private final int lanes;
    private final int steps;
    private final LayerPass[] passes; // one a part
    private final Dropout[] dropouts; // one a part; empty without dropout
    private final Matrix[] joined; // one a layer, [activations][cells]; empty where a layer's own are handed on
    private final InputPass[] inputs; // one a direction
    private final OutputPass output;
    private final Matrix blockSums;
    private final Matrix below;
    private final float[][] bias; // of the part at hand, [gate][hidden * lanes]
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
        ParameterLayout layout = new ParameterLayout(shape);
        directions = layout.directions();
        int hidden = shape.hidden();
        int cells = steps * lanes;
        passes = new LayerPass[layout.parts()];
        dropouts = new Dropout[dropout > 0 ? layout.parts() : 0];
        for (int part = 0; part < passes.length; part++) {
            passes[part] = LayerPass.of(shape.cell(), DIRECTIONS[part % directions], hidden, lanes, steps);
            if (dropout > 0) {
                dropouts[part] = new Dropout(dropout, steps, hidden * lanes, seed + part);
            }
        }
        joined = new Matrix[dropout > 0 || directions > 1 ? shape.layers() : 0];
        Arrays.setAll(joined, layer -> Matrix.padded(shape.activations(), cells));
        inputs = new InputPass[directions];
        Arrays.setAll(inputs, direction -> new InputPass(shape.cell().gates(), shape.inputs(), hidden, lanes));
        output = new OutputPass(shape.outputs(), shape.activations(), cells);
        blockSums = Matrix.padded(shape.gateWidth(), BLOCK * lanes);
        below = Matrix.padded(shape.activations(), cells);
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
        for (InputPass input : inputs) {
            input.begin();
        }
        for (int layer = shape.layers() - 1; layer >= 0; layer--) {
            backward(layer, dropping, gradient);
        }
        return loss;
    }

    /** Whether what a layer hands on is a copy: dropped from, or of two directions. */
    private boolean copied(boolean dropping) {
        return dropping || directions > 1;
    }

    private Matrix handedOn(int layer, boolean dropping) {
        return copied(dropping) ? joined[layer] : passes[layer].activations;
    }

    /** Where the first step stands in what a layer hands on: its activations begin with the step before. */
    private int firstColumn(boolean dropping) {
        return copied(dropping) ? 0 : lanes;
    }

    private Matrix top(boolean dropping) {
        return handedOn(shape.layers() - 1, dropping);
    }

    private void forward(Window window, boolean dropping, InputDropout dropout, long update) {
        units = dropout.draw(window.units(), update);
        unitFactors = dropout.factors(units.length);
        int[] lengths = directions > 1 ? window.lengths() : new int[0];
        for (int part = 0; part < passes.length; part++) {
            passes[part].begin(window.fresh(), lengths);
            if (part >= directions) {
                broadcastBias(prepared.bias[part]);
            }
            if (dropping) {
                dropouts[part].draw(update);
            }
            forward(part, dropping);
        }
    }

    private void forward(int part, boolean dropping) {
        LayerPass pass = passes[part];
        int direction = part % directions;
        int block = -1;
        for (int i = 0; i < steps; i++) {
            int step = pass.direction.step(i, steps);
            if (part < directions) {
                inputs[direction].lookUp(
                        prepared.unitRows[direction], prepared.bias[part], units, unitFactors, step, pass.term);
            } else {
                if (step / BLOCK != block) {
                    block = step / BLOCK;
                    projectBlock(part, block * BLOCK, dropping);
                }
                readBlock(step % BLOCK * lanes, pass.term);
            }
            pass.forward(step, weights.recurrent[part]);
            if (copied(dropping)) {
                handOn(part, step, pass.a[pass.direction.after(step)], dropping);
            }
        }
    }

    private void handOn(int part, int step, float[] activations, boolean dropping) {
        float[] values = activations;
        if (dropping) {
            Elementwise.product(activations, dropouts[part].factors(step), scratch);
            values = scratch;
        }
        joined[part / directions].put(row(part), step * lanes, values, shape.hidden(), lanes);
    }

    /** Where a part's activations begin among those of its layer. */
    private int row(int part) {
        return part % directions * shape.hidden();
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

    private void projectBlock(int part, int step, boolean dropping) {
        Matrix read = handedOn(part / directions - 1, dropping);
        Blas.multiply(
                shape.gateWidth(),
                Math.min(BLOCK, steps - step) * lanes,
                shape.activations(),
                weights.input[part].at(0, 0),
                weights.input[part].stride(),
                read.at(0, firstColumn(dropping) + step * lanes),
                read.stride(),
                0f,
                blockSums.at(0, 0),
                blockSums.stride());
    }

    private void backward(int layer, boolean dropping, WeightViews gradient) {
        int from = layer * directions;
        int to = from + directions;
        for (int part = from; part < to; part++) {
            if (dropping) {
                dropErrors(part);
            }
            backward(part, gradient);
        }
        if (layer == 0) {
            return;
        }
        // Not before all parts of the layer have read what came from above.
        Matrix read = handedOn(layer - 1, dropping);
        for (int part = from; part < to; part++) {
            inputGradient(part, read, firstColumn(dropping), gradient.input[part]);
            errorsBelow(part, part == from ? 0f : 1f);
        }
    }

    private void dropErrors(int part) {
        for (int step = 0; step < steps; step++) {
            below.get(row(part), step * lanes, scratch, shape.hidden(), lanes);
            Elementwise.multiply(scratch, dropouts[part].factors(step));
            below.put(row(part), step * lanes, scratch, shape.hidden(), lanes);
        }
    }

    private void backward(int part, WeightViews gradient) {
        LayerPass pass = passes[part];
        for (int i = steps - 1; i >= 0; i--) {
            int step = pass.direction.step(i, steps);
            pass.backward(step, prepared.recurrentTransposed[part], below, row(part));
            if (part < directions) {
                inputs[part].scatter(pass.z, units, unitFactors, step);
            }
        }
        pass.recurrentGradient(gradient.recurrent[part]);
        pass.biasGradient(gradient.bias[part]);
        if (part < directions) {
            inputs[part].gradient(gradient.input[part]);
        }
    }

    private void inputGradient(int part, Matrix read, int column, Matrix target) {
        Matrix errors = passes[part].errors;
        Blas.multiplyTransposed(
                shape.gateWidth(),
                shape.activations(),
                steps * lanes,
                errors.at(0, 0),
                errors.stride(),
                read.at(0, column),
                read.stride(),
                target.at(0, 0),
                target.stride());
    }

    /** @param keep what stays of the errors that are there */
    private void errorsBelow(int part, float keep) {
        Matrix errors = passes[part].errors;
        Matrix transposed = prepared.inputTransposed[part];
        Blas.multiply(
                shape.activations(),
                steps * lanes,
                shape.gateWidth(),
                transposed.at(0, 0),
                transposed.stride(),
                errors.at(0, 0),
                errors.stride(),
                keep,
                below.at(0, 0),
                below.stride());
    }

    /** The recurrent states after the last window, for reading and writing: they are carried into the next. */
    List<float[]> states() {
        return Arrays.stream(passes).flatMap(pass -> pass.states().stream()).toList();
    }

    void close() {
        for (LayerPass pass : passes) {
            pass.close();
        }
        for (Matrix matrix : joined) {
            matrix.close();
        }
        output.close();
        blockSums.close();
        below.close();
        prepared.close();
    }
}
