package cadenza.recurrent;

import cadenza.api.MaskedPredictor;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import java.util.Optional;
import java.util.function.BiFunction;

/** A model of a bidirectional network and the codec that feeds it: it predicts masked tokens, and begins nothing. */
public final class BidirectionalModel implements Model {
    private final MaskedCodec<?> codec;
    private final Settings codecSettings;
    private final BidirectionalNetwork network;

    /**
     * @param codecSettings what the codec needs, beside the vocabulary, to be made again
     * @throws UserException if the network does not fit the codec
     */
    public BidirectionalModel(MaskedCodec<?> codec, Settings codecSettings, BidirectionalNetwork network) {
        NetworkContents.check(network.shape(), codec.inputs(), codec.scores());
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
    public static BidirectionalModel open(
            ModelContents contents, BiFunction<Vocabulary, Settings, ? extends MaskedCodec<?>> codecOf) {
        Settings codecSettings = NetworkContents.codecSettings(contents);
        NetworkWeights weights = NetworkContents.weights(contents);
        if (!weights.shape().bidirectional()) {
            throw new UserException("the network reads from left to right and cannot look behind a masked token");
        }
        return new BidirectionalModel(
                codecOf.apply(contents.vocabulary(), codecSettings), codecSettings, new BidirectionalNetwork(weights));
    }

    @Override
    public MaskedCodec<?> codec() {
        return codec;
    }

    @Override
    public boolean improvises() {
        return false;
    }

    @Override
    public Predictor start() {
        throw new UnsupportedOperationException("a bidirectional network cannot predict from left to right");
    }

    @Override
    public Optional<MaskedPredictor> masked() {
        return Optional.of(new BidirectionalPredictor(codec, network));
    }

    @Override
    public ModelContents contents() {
        return NetworkContents.of(network.weights(), codecSettings, codec.vocabulary());
    }
}
