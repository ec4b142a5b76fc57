package cadenza.training.layer;

import cadenza.training.layer.CellGradient.Backward;
import cadenza.training.layer.CellGradient.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Computes a {@link RecurrentLayer}: the sequence forward, and truncated backpropagation through time. Deeplearning4j
 * makes one for each layer of a network; for one thread.
 */
final class RecurrentLayerRuntime extends BaseRecurrentLayer<RecurrentLayer> {
    private static final long serialVersionUID = 1;
    private static final String ACTIVATION = "activation";
    private static final String MEMORY = "memory";

    /** The steps of the last forward pass; element 0 is the state before the first. */
    private transient List<Step> steps;

    RecurrentLayerRuntime(NeuralNetConfiguration configuration, DataType dataType) {
        super(configuration, dataType);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        return forward(Map.of(), training, workspaces);
    }

    @Override
    public INDArray rnnTimeStep(INDArray stepInput, LayerWorkspaceMgr workspaces) {
        setInput(stepInput, workspaces);
        INDArray activations = forward(stateMap, false, workspaces);
        keep(stateMap);
        return activations;
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            INDArray window, boolean training, boolean storeLast, LayerWorkspaceMgr workspaces) {
        setInput(window, workspaces);
        INDArray activations = forward(tBpttStateMap, training, workspaces);
        if (storeLast) {
            keep(tBpttStateMap);
        }
        return activations;
    }

    private INDArray forward(Map<String, INDArray> stored, boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        INDArray in = permuteIfNWC(input.castTo(dataType));
        long batch = in.size(0);
        long hidden = layerConf().getNOut();
        INDArray weights = getParam(RecurrentParameters.INPUT);
        INDArray bias = getParam(RecurrentParameters.BIAS);
        CellGradient cell = new CellGradient(layerConf().getCell(), getParam(RecurrentParameters.RECURRENT));
        INDArray out = allocate(workspaces, ArrayType.ACTIVATIONS, batch, hidden, in.size(2));
        INDArray outByTime = permuteIfNWC(out);
        try (MemoryWorkspace ignored = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            INDArray zeros = Nd4j.zeros(dataType, batch, hidden);
            Step step = new Step(null, stored.getOrDefault(MEMORY, zeros), stored.getOrDefault(ACTIVATION, zeros));
            steps = new ArrayList<>(List.of(step));
            for (long t = 0; t < in.size(2); t++) {
                INDArray projected = at(in, t).mmul(weights).addiRowVector(bias);
                step = cell.forward(projected, step, maskAt(t));
                steps.add(step);
                at(outByTime, t).assign(step.activation());
            }
        }
        return out;
    }

    private void keep(Map<String, INDArray> state) {
        Step last = steps.get(steps.size() - 1);
        state.put(ACTIVATION, last.activation());
        state.put(MEMORY, last.memory());
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return tbpttBackpropGradient(epsilon, -1, workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> tbpttBackpropGradient(
            INDArray epsilon, int backwardLength, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        INDArray in = permuteIfNWC(input.castTo(dataType));
        INDArray errors = permuteIfNWC(epsilon.castTo(dataType));
        long length = in.size(2);
        long end = backwardLength > 0 ? Math.max(0, length - backwardLength) : 0;
        INDArray weights = getParam(RecurrentParameters.INPUT);
        INDArray toInput = gradientViews.get(RecurrentParameters.INPUT).assign(0);
        INDArray toRecurrent = gradientViews.get(RecurrentParameters.RECURRENT).assign(0);
        INDArray toBias = gradientViews.get(RecurrentParameters.BIAS).assign(0);
        INDArray below = allocate(workspaces, ArrayType.ACTIVATION_GRAD, in.size(0), in.size(1), length);
        below.assign(0);
        INDArray belowByTime = permuteIfNWC(below);
        try (MemoryWorkspace ignored = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            CellGradient cell = new CellGradient(layerConf().getCell(), getParam(RecurrentParameters.RECURRENT));
            INDArray activation = null;
            INDArray memory = null;
            for (int t = (int) length - 1; t >= end; t--) {
                INDArray error = at(errors, t).dup();
                if (activation != null) {
                    error.addi(activation);
                }
                Backward back = cell.backward(steps.get(t + 1), steps.get(t), error, memory, maskAt(t));
                activation = back.activation();
                memory = back.memory();
                INDArray z = back.preActivation();
                toInput.addi(at(in, t).transpose().mmul(z));
                toRecurrent.addi(back.recurrent());
                toBias.addi(z.sum(0));
                at(belowByTime, t).assign(z.mmul(weights.transpose()));
            }
        }
        Gradient gradient = new DefaultGradient(gradientsFlattened);
        gradient.gradientForVariable().put(RecurrentParameters.INPUT, toInput);
        gradient.gradientForVariable().put(RecurrentParameters.RECURRENT, toRecurrent);
        gradient.gradientForVariable().put(RecurrentParameters.BIAS, toBias);
        weightNoiseParams.clear();
        return new Pair<>(gradient, backpropDropOutIfPresent(below));
    }

    private INDArray allocate(LayerWorkspaceMgr workspaces, ArrayType type, long batch, long features, long length) {
        return switch (getDataFormat()) {
            case NCW -> workspaces.createUninitialized(type, dataType, new long[] {batch, features, length}, 'f');
            case NWC -> workspaces.createUninitialized(type, dataType, new long[] {batch, length, features}, 'c');
        };
    }

    private static INDArray at(INDArray sequence, long step) {
        return sequence.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(step));
    }

    /** The mask of a step as {@code [batch, 1]}, or null where there is none. */
    private INDArray maskAt(long step) {
        if (maskArray == null) {
            return null;
        }
        return maskArray
                .get(NDArrayIndex.all(), NDArrayIndex.point(step))
                .castTo(dataType)
                .reshape(maskArray.size(0), 1);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
