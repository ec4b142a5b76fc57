package cadenza.recurrent;

import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;

/** How the model files of recurrent networks keep a network and the settings of its codec. */
public final class NetworkContents {
    private static final String NETWORK = "network";
    private static final String CODEC = "codec";

    private NetworkContents() {}

    /** The contents of a model file. */
    static ModelContents of(NetworkWeights weights, Settings codecSettings, Vocabulary vocabulary) {
        Settings settings =
                Settings.empty().with(NETWORK, weights.shape().toSettings()).with(CODEC, codecSettings);
        return new ModelContents(settings, vocabulary, weights.toTensors());
    }

    /** The weights, of either direction. @throws UserException if the contents do not fit together */
    public static NetworkWeights weights(ModelContents contents) {
        return NetworkWeights.of(NetworkShape.of(contents.settings().settings(NETWORK)), contents);
    }

    /** The codec's settings. @throws UserException if there are none */
    public static Settings codecSettings(ModelContents contents) {
        return contents.settings().settings(CODEC);
    }

    /** @throws UserException if a network does not fit a coding of so many inputs and outputs */
    static void check(NetworkShape shape, int inputs, int outputs) {
        if (shape.inputs() != inputs || shape.outputs() != outputs) {
            throw new UserException("a network of " + shape.inputs() + " inputs and " + shape.outputs()
                    + " outputs does not fit a coding of " + inputs + " inputs and " + outputs + " outputs");
        }
    }
}
