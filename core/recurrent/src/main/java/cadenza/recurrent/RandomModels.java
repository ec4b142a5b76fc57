package cadenza.recurrent;

import cadenza.api.CodePointCodec;
import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.Vocabulary;
import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.UntrainedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Recurrent models of text whose weights are random, uniform up to 1/√hidden. */
public final class RandomModels implements UntrainedModels {
    /** CJK ideographs: more printable code points in a row than any vocabulary of a benchmark asks for. */
    private static final int FIRST_SYMBOL = 0x4e00;

    @Override
    public Model model(NetworkSize size, long seed) {
        List<String> symbols = IntStream.range(0, size.symbols() - 1)
                .mapToObj(i -> Character.toString(FIRST_SYMBOL + i))
                .toList();
        NetworkShape shape = new NetworkShape(
                size.symbols(), Cell.of(size.cell()), false, size.layers(), size.hidden(), size.symbols());
        return new RecurrentModel(
                new LastTokenCodec<>(new CodePointCodec(Vocabulary.of(symbols))),
                Settings.empty(),
                new RecurrentNetwork(weights(shape, new Random(seed))));
    }

    private static NetworkWeights weights(NetworkShape shape, Random random) {
        float spread = (float) (1 / Math.sqrt(shape.hidden()));
        int width = shape.gateWidth();
        List<LayerWeights> layers = new ArrayList<>();
        for (int layer = 0; layer < shape.layers(); layer++) {
            layers.add(new LayerWeights(
                    rows(shape.layerInputs(layer), width, spread, random),
                    rows(shape.hidden(), width, spread, random),
                    rows(1, width, spread, random)[0]));
        }
        return new NetworkWeights(
                shape,
                layers,
                List.of(),
                rows(shape.activations(), shape.outputs(), spread, random),
                rows(1, shape.outputs(), spread, random)[0]);
    }

    private static float[][] rows(int count, int width, float spread, Random random) {
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] = spread * (2 * random.nextFloat() - 1);
            }
        }
        return rows;
    }
}
