package cadenza.training.engine;

import cadenza.recurrent.NetworkShape;
import org.bytedeco.javacpp.FloatPointer;

/**
 * One flat vector (parameters or gradient) as matrices: of each part ({@link ParameterLayout}) and of the output. For one
 * thread.
 */
final class WeightViews {
    final Matrix[] input;
    final Matrix[] recurrent;
    final Matrix[] bias;
    final Matrix output;
    final Matrix outputBias;

    WeightViews(NetworkShape shape, FloatPointer vector) {
        ParameterLayout layout = new ParameterLayout(shape);
        input = new Matrix[layout.parts()];
        recurrent = new Matrix[layout.parts()];
        bias = new Matrix[layout.parts()];
        for (int part = 0; part < layout.parts(); part++) {
            input[part] = Matrix.view(vector, layout.input(part), shape.gateWidth(), layout.inputs(part));
            recurrent[part] = Matrix.view(vector, layout.recurrent(part), shape.gateWidth(), shape.hidden());
            bias[part] = Matrix.view(vector, layout.bias(part), 1, shape.gateWidth());
        }
        output = Matrix.view(vector, layout.output(), shape.outputs(), shape.activations());
        outputBias = Matrix.view(vector, layout.outputBias(), 1, shape.outputs());
    }
}
