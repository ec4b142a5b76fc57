package cadenza.training.benchmark;

import cadenza.api.benchmark.Workload;
import java.time.Duration;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One generation by {@code rnnTimeStep}, each token drawn from the softmax as it is: less work than a sampler with
 * temperature, top-k and top-p.
 */
final class TimeSteps implements Workload {
    private final MultiLayerNetwork network;
    private final INDArray input; // one-hot, [1][symbols]
    private final Random random = new Random(1);
    private int token;

    TimeSteps(MultiLayerNetwork network, int symbols) {
        this.network = network;
        this.input = Nd4j.zeros(DataType.FLOAT, 1, symbols);
    }

    @Override
    public long run(Duration about) {
        long began = System.nanoTime();
        long tokens = 0;
        do {
            input.putScalar(token, 1);
            float[] probabilities = network.rnnTimeStep(input).toFloatVector();
            input.putScalar(token, 0);
            token = draw(probabilities);
            tokens++;
        } while (System.nanoTime() - began < about.toNanos());
        return tokens;
    }

    private int draw(float[] probabilities) {
        float left = random.nextFloat();
        for (int symbol = 0; symbol < probabilities.length; symbol++) {
            left -= probabilities[symbol];
            if (left < 0) {
                return symbol;
            }
        }
        return probabilities.length - 1;
    }

    @Override
    public void close() {
        network.close();
    }
}
