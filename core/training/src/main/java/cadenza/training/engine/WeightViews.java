package cadenza.training.engine;

import cadenza.recurrent.NetworkShape;
import org.bytedeco.javacpp.FloatPointer;

/** The parts of one flat vector (parameters or gradient) as matrices; for one thread. */
final class WeightViews {
    final Matrix[] input;
    final Matrix[] recurrent;
    final Matrix[] bias;
    final Matrix output;
    final Matrix outputBias;

    WeightViews(NetworkShape shape, FloatPointer vector) {
        ParameterLayout layout = new ParameterLayout(shape);
        input = new Matrix[shape.layers()];
        recurrent = new Matrix[shape.layers()];
        bias = new Matrix[shape.layers()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            int inputs = shape.layerInputs(layer);
            input[layer] = Matrix.view(vector, layout.input(layer), shape.gateWidth(), inputs);
            recurrent[layer] = Matrix.view(vector, layout.recurrent(layer), shape.gateWidth(), shape.hidden());
            bias[layer] = Matrix.view(vector, layout.bias(layer), 1, shape.gateWidth());
        }
        output = Matrix.view(vector, layout.output(), shape.outputs(), shape.hidden());
        outputBias = Matrix.view(vector, layout.outputBias(), 1, shape.outputs());
    }
}
