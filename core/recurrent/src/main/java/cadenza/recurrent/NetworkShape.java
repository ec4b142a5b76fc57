package cadenza.recurrent;

import cadenza.api.Settings;
import cadenza.api.UserException;

/**
 * The blueprint of a network: layers of recurrent cells over one-hot input units, and a softmax output.
 *
 * @param inputs input units, of which a few are 1 at each step and the others 0
 * @param cell the kind of every recurrent layer
 * @param bidirectional whether each layer reads the sequence both ways and hands on both activations, joined
 * @param layers recurrent layers, 1 or more
 * @param hidden activations of a layer in one direction
 * @param outputs logits
 */
public record NetworkShape(int inputs, Cell cell, boolean bidirectional, int layers, int hidden, int outputs) {
    /** Upper bounds, so that a damaged file cannot ask for all memory. */
    static final int MOST_UNITS = 1 << 20;

    static final int MOST_LAYERS = 16;
    static final int MOST_HIDDEN = 1 << 14;

    public NetworkShape {
        if (inputs < 1 || layers < 1 || hidden < 1 || outputs < 1) {
            throw new IllegalArgumentException("a network needs at least one input, layer, hidden unit and output");
        }
    }

    /** Width of what a layer hands on: {@code hidden}, twice that where it reads both ways. */
    public int activations() {
        return bidirectional ? 2 * hidden : hidden;
    }

    /** Width of what a layer (0 is the first) reads. */
    public int layerInputs(int layer) {
        return layer == 0 ? inputs : activations();
    }

    /** Width of a row of a layer's weights. */
    public int gateWidth() {
        return cell.gates() * hidden;
    }

    /** Number of weights and biases. */
    public long parameters() {
        long count = (long) outputs * (activations() + 1);
        for (int layer = 0; layer < layers; layer++) {
            count += (bidirectional ? 2L : 1L) * gateWidth() * (layerInputs(layer) + hidden + 1L);
        }
        return count;
    }

    /** This shape as a model file keeps it. */
    public Settings toSettings() {
        return Settings.empty()
                .with("cell", cell.id())
                .with("bidirectional", bidirectional)
                .with("layers", layers)
                .with("hidden", hidden)
                .with("inputs", inputs)
                .with("outputs", outputs);
    }

    /** The shape that a model file keeps. @throws UserException if it is none */
    public static NetworkShape of(Settings settings) {
        NetworkShape shape = new NetworkShape(
                settings.integer("inputs", 1, MOST_UNITS),
                Cell.of(settings.text("cell")),
                settings.flag("bidirectional"),
                settings.integer("layers", 1, MOST_LAYERS),
                settings.integer("hidden", 1, MOST_HIDDEN),
                settings.integer("outputs", 1, MOST_UNITS));
        if (shape.parameters() > Integer.MAX_VALUE / 4) {
            throw new UserException("the network has " + shape.parameters() + " weights, too many to load");
        }
        return shape;
    }
}
