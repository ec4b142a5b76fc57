package cadenza.training.benchmark;

import cadenza.api.benchmark.Workload;
import java.time.Duration;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Training by {@code fit} on one-hot arrays {@code [lanes][symbols][steps]}, made beforehand; the state starts at zero
 * with each of them. So it does a little less than a training that makes its windows and carries the state.
 */
final class ArrayFitting implements Workload {
    private static final int ARRAYS = 4;

    private final MultiLayerNetwork network;
    private final INDArray[] inputs = new INDArray[ARRAYS];
    private final INDArray[] labels = new INDArray[ARRAYS];
    private final int tokens;
    private int next;

    ArrayFitting(MultiLayerNetwork network, int symbols, int lanes, int steps) {
        this.network = network;
        this.tokens = lanes * steps;
        Random random = new Random(1);
        for (int i = 0; i < ARRAYS; i++) {
            inputs[i] = oneHot(symbols, lanes, steps, random);
            labels[i] = oneHot(symbols, lanes, steps, random);
        }
    }

    private static INDArray oneHot(int symbols, int lanes, int steps, Random random) {
        INDArray array = Nd4j.zeros(DataType.FLOAT, lanes, symbols, steps);
        for (int lane = 0; lane < lanes; lane++) {
            for (int step = 0; step < steps; step++) {
                array.putScalar(lane, random.nextInt(symbols), step, 1);
            }
        }
        return array;
    }

    @Override
    public long run(Duration about) {
        long began = System.nanoTime();
        long done = 0;
        do {
            network.fit(inputs[next], labels[next]);
            next = (next + 1) % ARRAYS;
            done += tokens;
        } while (System.nanoTime() - began < about.toNanos());
        return done;
    }

    @Override
    public void close() {
        network.close();
    }
}
