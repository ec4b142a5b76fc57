package cadenza.recurrent;

import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import java.util.Arrays;
import java.util.function.BiFunction;

/** A model of a recurrent network and the codec that feeds it. */
public final class RecurrentModel implements Model {
    private static final String NETWORK = "network";
    private static final String CODEC = "codec";

    private final SlotCodec<?> codec;
    private final Settings codecSettings;
    private final RecurrentNetwork network;

    /**
     * @param codecSettings what the codec needs, beside the vocabulary, to be made again
     * @throws UserException if the network does not fit the codec
     */
    public RecurrentModel(SlotCodec<?> codec, Settings codecSettings, RecurrentNetwork network) {
        NetworkShape shape = network.shape();
        if (shape.inputs() != codec.inputs()
                || shape.outputs() != codec.vocabulary().size()) {
            throw new UserException("a network of " + shape.inputs() + " inputs and " + shape.outputs()
                    + " outputs does not fit a coding of " + codec.inputs() + " inputs and "
                    + codec.vocabulary().size() + " tokens");
        }
        this.codec = codec;
        this.codecSettings = codecSettings;
        this.network = network;
    }

    /**
     * Opens what {@link #contents()} gave.
     *
     * @param codecOf makes the codec of a vocabulary and its settings
     * @throws UserException if the contents do not fit together
     */
    public static RecurrentModel open(
            ModelContents contents, BiFunction<Vocabulary, Settings, ? extends SlotCodec<?>> codecOf) {
        Settings codecSettings = contents.settings().settings(CODEC);
        NetworkShape shape = NetworkShape.of(contents.settings().settings(NETWORK));
        if (shape.bidirectional()) {
            throw new UserException("the network reads both ways and cannot generate from left to right");
        }
        return new RecurrentModel(
                codecOf.apply(contents.vocabulary(), codecSettings),
                codecSettings,
                new RecurrentNetwork(NetworkWeights.of(shape, contents)));
    }

    @Override
    public SlotCodec<?> codec() {
        return codec;
    }

    @Override
    public Predictor start() {
        return new RecurrentPredictor();
    }

    @Override
    public ModelContents contents() {
        Settings settings =
                Settings.empty().with(NETWORK, network.shape().toSettings()).with(CODEC, codecSettings);
        return new ModelContents(settings, codec.vocabulary(), network.weights().toTensors());
    }

    private final class RecurrentPredictor implements Predictor {
        private final RecurrentNetwork.State state = network.start();
        private final SlotState position = codec.start();
        private final int[] units = new int[codec.slots()];

        @Override
        public float[] first() {
            Arrays.fill(units, SlotState.NONE);
            return state.step(units);
        }

        @Override
        public float[] next(int token) {
            position.accept(token);
            position.units(units);
            return state.step(units);
        }
    }
}
