package cadenza.training.engine;

import cadenza.recurrent.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Forms of the weights that all shards share, made anew before each step: transposed for the backward products, rows on
 * the heap for the one-hot input.
 */
final class PreparedWeights {
    private final NetworkShape shape;
    private final WeightViews weights;

    /** {@code [gate][unit][hidden]} of the first layer. */
    final float[][][] unitRows;

    /** Of each layer, {@code [gates * hidden]}. */
    final float[][] bias;

    final float[] outputBias;

    /** Of each layer, {@code [hidden][gates * hidden]}. */
    final Matrix[] recurrentTransposed;

    /** Of each layer but the first, {@code [hidden][gates * hidden]}. */
    final Matrix[] inputTransposed;

    /** {@code [hidden][outputs]}. */
    final Matrix outputTransposed;

    PreparedWeights(NetworkShape shape, FloatPointer parameters) {
        this.shape = shape;
        this.weights = new WeightViews(shape, parameters);
        unitRows = new float[shape.cell().gates()][shape.inputs()][shape.hidden()];
        bias = new float[shape.layers()][shape.gateWidth()];
        outputBias = new float[shape.outputs()];
        recurrentTransposed = new Matrix[shape.layers()];
        inputTransposed = new Matrix[shape.layers()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            recurrentTransposed[layer] = Matrix.dense(shape.hidden(), shape.gateWidth());
            if (layer > 0) {
                inputTransposed[layer] = Matrix.dense(shape.hidden(), shape.gateWidth());
            }
        }
        outputTransposed = Matrix.dense(shape.hidden(), shape.outputs());
    }

    private PreparedWeights(PreparedWeights shared) {
        shape = shared.shape;
        weights = shared.weights;
        unitRows = shared.unitRows;
        bias = shared.bias;
        outputBias = shared.outputBias;
        recurrentTransposed = new Matrix[shape.layers()];
        inputTransposed = new Matrix[shape.layers()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            recurrentTransposed[layer] = shared.recurrentTransposed[layer].forThread();
            if (layer > 0) {
                inputTransposed[layer] = shared.inputTransposed[layer].forThread();
            }
        }
        outputTransposed = shared.outputTransposed.forThread();
    }

    /** The same weights for reading by another thread; valid while these are open. */
    PreparedWeights forThread() {
        return new PreparedWeights(this);
    }

    /** Independent pieces of work that together bring everything up to date. */
    List<Runnable> refresh(boolean forBackward) {
        List<Runnable> work = new ArrayList<>();
        work.add(this::refreshBias);
        for (int gate = 0; gate < unitRows.length; gate++) {
            int g = gate;
            work.add(() -> refreshUnitRows(g));
        }
        if (forBackward) {
            for (int layer = 0; layer < shape.layers(); layer++) {
                int l = layer;
                work.add(() -> transpose(weights.recurrent[l], shape.gateWidth(), recurrentTransposed[l]));
                if (l > 0) {
                    work.add(() -> transpose(weights.input[l], shape.gateWidth(), inputTransposed[l]));
                }
            }
            work.add(() -> transpose(weights.output, shape.outputs(), outputTransposed));
        }
        return work;
    }

    private void refreshBias() {
        for (int layer = 0; layer < shape.layers(); layer++) {
            weights.bias[layer].get(0, 0, bias[layer], 1, shape.gateWidth());
        }
        weights.outputBias.get(0, 0, outputBias, 1, shape.outputs());
    }

    private void refreshUnitRows(int gate) {
        int hidden = shape.hidden();
        int inputs = shape.inputs();
        float[] values = new float[hidden * inputs];
        float[] transposed = new float[hidden * inputs];
        weights.input[0].get(gate * hidden, 0, values, hidden, inputs);
        Elementwise.transpose(values, hidden, inputs, transposed);
        for (int unit = 0; unit < inputs; unit++) {
            System.arraycopy(transposed, unit * hidden, unitRows[gate][unit], 0, hidden);
        }
    }

    private void transpose(Matrix source, int rows, Matrix target) {
        int columns = shape.hidden();
        float[] values = new float[rows * columns];
        float[] transposed = new float[rows * columns];
        source.get(0, 0, values, rows, columns);
        Elementwise.transpose(values, rows, columns, transposed);
        target.put(0, 0, transposed, columns, rows);
    }

    void close() {
        for (int layer = 0; layer < shape.layers(); layer++) {
            recurrentTransposed[layer].close();
            if (layer > 0) {
                inputTransposed[layer].close();
            }
        }
        outputTransposed.close();
    }
}
