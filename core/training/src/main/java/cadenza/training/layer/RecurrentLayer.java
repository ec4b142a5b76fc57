package cadenza.training.layer;

import cadenza.recurrent.Cell;
import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of a layer of {@link Cell}s for Deeplearning4j; takes part in a {@code MultiLayerConfiguration} like any
 * layer, inside {@code Bidirectional} too. Its parameters are those of {@link RecurrentParameters}.
 */
public final class RecurrentLayer extends BaseRecurrentLayer {
    private static final long serialVersionUID = 1;

    private final Cell cell;

    private RecurrentLayer(Builder builder) {
        super(builder);
        this.cell = builder.cell;
    }

    public Cell getCell() {
        return cell;
    }

    @Override
    public org.deeplearning4j.nn.api.Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType dataType) {
        RecurrentLayerRuntime runtime = new RecurrentLayerRuntime(configuration, dataType);
        runtime.setListeners(listeners);
        runtime.setIndex(index);
        runtime.setParamsViewArray(parameters);
        runtime.setParamTable(initializer().init(configuration, parameters, initialise));
        runtime.setConf(configuration);
        return runtime;
    }

    @Override
    public ParamInitializer initializer() {
        return new RecurrentParameters();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType inputType) {
        long parameters = initializer().numParams(this);
        return new LayerMemoryReport.Builder(getLayerName(), RecurrentLayer.class, inputType, inputType)
                .standardMemory(parameters, 2 * parameters)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecurrentLayer layer && super.equals(other) && layer.cell == cell;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), cell);
    }

    /** Builds the configuration. */
    public static final class Builder extends BaseRecurrentLayer.Builder<Builder> {
        private final Cell cell;

        public Builder(Cell cell) {
            this.cell = Objects.requireNonNull(cell, "cell");
        }

        @Override
        @SuppressWarnings("unchecked") // the bound of Deeplearning4j's builder method
        public RecurrentLayer build() {
            return new RecurrentLayer(this);
        }
    }
}
