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

    private final ParameterLayout layout;

    /** Of the first layer, {@code [direction][gate][unit][hidden]}. */
    final float[][][][] unitRows;

    /** Of each part, {@code [gates * hidden]}. */
    final float[][] bias;

    final float[] outputBias;

    /** Of each part, {@code [hidden][gates * hidden]}. */
    final Matrix[] recurrentTransposed;

    /** Of each part above the first layer, {@code [activations][gates * hidden]}; null below. */
    final Matrix[] inputTransposed;

    /** {@code [activations][outputs]}. */
    final Matrix outputTransposed;

    PreparedWeights(NetworkShape shape, FloatPointer parameters) {
        this.shape = shape;
        this.weights = new WeightViews(shape, parameters);
        this.layout = new ParameterLayout(shape);
        unitRows = new float[layout.directions()][shape.cell().gates()][shape.inputs()][shape.hidden()];
        bias = new float[layout.parts()][shape.gateWidth()];
        outputBias = new float[shape.outputs()];
        recurrentTransposed = new Matrix[layout.parts()];
        inputTransposed = new Matrix[layout.parts()];
        for (int part = 0; part < layout.parts(); part++) {
            recurrentTransposed[part] = Matrix.dense(shape.hidden(), shape.gateWidth());
            if (aboveUnits(part)) {
                inputTransposed[part] = Matrix.dense(layout.inputs(part), shape.gateWidth());
            }
        }
        outputTransposed = Matrix.dense(shape.activations(), shape.outputs());
    }

    private PreparedWeights(PreparedWeights shared) {
        shape = shared.shape;
        weights = shared.weights;
        layout = shared.layout;
        unitRows = shared.unitRows;
        bias = shared.bias;
        outputBias = shared.outputBias;
        recurrentTransposed = new Matrix[layout.parts()];
        inputTransposed = new Matrix[layout.parts()];
        for (int part = 0; part < layout.parts(); part++) {
            recurrentTransposed[part] = shared.recurrentTransposed[part].forThread();
            if (aboveUnits(part)) {
                inputTransposed[part] = shared.inputTransposed[part].forThread();
            }
        }
        outputTransposed = shared.outputTransposed.forThread();
    }

    /** Whether a part reads activations, not units. */
    private boolean aboveUnits(int part) {
        return part >= layout.directions();
    }

    /** The same weights for reading by another thread; valid while these are open. */
    PreparedWeights forThread() {
        return new PreparedWeights(this);
    }

    /** Independent pieces of work that together bring everything up to date. */
    List<Runnable> refresh(boolean forBackward) {
        List<Runnable> work = new ArrayList<>();
        work.add(this::refreshBias);
        for (int direction = 0; direction < unitRows.length; direction++) {
            for (int gate = 0; gate < unitRows[direction].length; gate++) {
                int d = direction;
                int g = gate;
                work.add(() -> refreshUnitRows(d, g));
            }
        }
        if (forBackward) {
            for (int part = 0; part < layout.parts(); part++) {
                int p = part;
                work.add(() ->
                        transpose(weights.recurrent[p], shape.gateWidth(), shape.hidden(), recurrentTransposed[p]));
                if (aboveUnits(p)) {
                    work.add(
                            () -> transpose(weights.input[p], shape.gateWidth(), layout.inputs(p), inputTransposed[p]));
                }
            }
            work.add(() -> transpose(weights.output, shape.outputs(), shape.activations(), outputTransposed));
        }
        return work;
    }

    private void refreshBias() {
        for (int part = 0; part < layout.parts(); part++) {
            weights.bias[part].get(0, 0, bias[part], 1, shape.gateWidth());
        }
        weights.outputBias.get(0, 0, outputBias, 1, shape.outputs());
    }

    /** The first layer's parts are its directions. */
    private void refreshUnitRows(int direction, int gate) {
        int hidden = shape.hidden();
        int inputs = shape.inputs();
        float[] values = new float[hidden * inputs];
        float[] transposed = new float[hidden * inputs];
        weights.input[direction].get(gate * hidden, 0, values, hidden, inputs);
        Elementwise.transpose(values, hidden, inputs, transposed);
        for (int unit = 0; unit < inputs; unit++) {
            System.arraycopy(transposed, unit * hidden, unitRows[direction][gate][unit], 0, hidden);
        }
    }

    private static void transpose(Matrix source, int rows, int columns, Matrix target) {
        float[] values = new float[rows * columns];
        float[] transposed = new float[rows * columns];
        source.get(0, 0, values, rows, columns);
        Elementwise.transpose(values, rows, columns, transposed);
        target.put(0, 0, transposed, columns, rows);
    }

    void close() {
        for (int part = 0; part < layout.parts(); part++) {
            recurrentTransposed[part].close();
            if (aboveUnits(part)) {
                inputTransposed[part].close();
            }
        }
        outputTransposed.close();
    }
}
