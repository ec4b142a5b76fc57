package cadenza.training;

import cadenza.api.GeneratorOption;
import cadenza.recurrent.Cell;
import java.util.List;

/**
 * The options that all recurrent generators share, with a generator's own defaults. Immutable.
 *
 * @param cell the kind of cell
 * @param layers number of recurrent layers
 * @param hidden width of a layer
 * @param dropout probability that a value handed from layer to layer is zero
 * @param batch sequences side by side
 * @param steps steps that the gradient flows back
 * @param learningRate the highest
 */
public record RecurrentDefaults(
        Cell cell, int layers, int hidden, double dropout, int batch, int steps, double learningRate) {
    static final int MOST_LAYERS = 8;
    static final int MOST_HIDDEN = 4096;
    static final int MOST_LANES = 1024;
    static final int MOST_STEPS = 1024;
    static final double MOST_DROPOUT = 0.9;
    static final String INPUT_DROPOUT = "input-dropout";
    static final double LOWEST_RATE = 1e-6;
    static final double HIGHEST_RATE = 1;

    /** The option of generators whose codecs have slots that may be left out in training. */
    public static GeneratorOption inputDropout(double probability) {
        return new GeneratorOption.Decimal(
                INPUT_DROPOUT, "share of the input slots that are left out at random", probability, 0, MOST_DROPOUT);
    }

    /** The options, to be listed by the generator with its own. */
    public List<GeneratorOption> options() {
        return List.of(
                new GeneratorOption.Choice("cell", "kind of recurrent cell", cell.id(), Cell.ids()),
                new GeneratorOption.Whole("layers", "recurrent layers", layers, 1, MOST_LAYERS),
                new GeneratorOption.Whole("hidden", "units of a layer", hidden, 1, MOST_HIDDEN),
                new GeneratorOption.Decimal(
                        "dropout", "share of what each layer hands on that is dropped", dropout, 0, MOST_DROPOUT),
                new GeneratorOption.Whole("batch", "sequences side by side", batch, 1, MOST_LANES),
                new GeneratorOption.Whole("steps", "steps that the gradient flows back", steps, 1, MOST_STEPS),
                new GeneratorOption.Decimal(
                        "learning-rate", "highest learning rate of Adam", learningRate, LOWEST_RATE, HIGHEST_RATE));
    }
}
