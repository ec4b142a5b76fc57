package cadenza.host;

import cadenza.api.Codec;
import cadenza.api.MaskedPredictor;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import java.util.Map;
import java.util.Optional;

/** A model that only predicts masked tokens. */
public record FakeMaskedModel(Codec<?> codec, MaskedPredictor predictor) implements Model {
    /** Every token is as likely as any other. */
    public static FakeMaskedModel undecided(Codec<?> codec) {
        int size = codec.vocabulary().size();
        return new FakeMaskedModel(codec, (tokens, masked) -> new float[masked.length][size]);
    }

    @Override
    public boolean improvises() {
        return false;
    }

    @Override
    public Predictor start() {
        throw new UnsupportedOperationException("it does not improvise");
    }

    @Override
    public Optional<MaskedPredictor> masked() {
        return Optional.of(predictor);
    }

    @Override
    public ModelContents contents() {
        return new ModelContents(Settings.empty(), codec.vocabulary(), Map.of());
    }
}
