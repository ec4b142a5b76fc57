package cadenza.host.plugins;

import cadenza.api.BatchPredictor;
import cadenza.api.Codec;
import cadenza.api.MaskedPredictor;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Tensor;
import cadenza.api.Vocabulary;
import cadenza.api.document.Medium;
import java.util.Map;
import java.util.Optional;

/**
 * A plugin's model whose every answer is checked, as are those of all that it gives: what breaks the contract ends in a
 * {@link PluginException} that names plugin, method and step, at the call that broke it.
 */
final class CheckedModel implements Model {
    private final Model model;
    private final PluginCalls calls;
    private final CheckedCodec<?> codec;

    private CheckedModel(Model model, Medium medium, PluginCalls calls) {
        this.model = model;
        this.calls = calls;
        codec = CheckedCodec.of(calls.given(PluginMethod.MODEL_CODEC, model::codec), medium, calls);
    }

    /**
     * A model that a method gave; the same if it is checked already.
     *
     * @throws PluginException if there is none, if it has no codec, or that has no vocabulary
     */
    static CheckedModel of(PluginMethod giver, Model model, Medium medium, PluginCalls calls) {
        if (model == null) {
            throw calls.breach(giver, PluginCalls.NO_STEP, "it gave no model (null)");
        }
        return model instanceof CheckedModel already ? already : new CheckedModel(model, medium, calls);
    }

    @Override
    public Codec<?> codec() {
        return codec;
    }

    private int size() {
        return codec.vocabulary().size();
    }

    @Override
    public boolean improvises() {
        return calls.call(PluginMethod.IMPROVISES, model::improvises);
    }

    @Override
    public Optional<MaskedPredictor> masked() {
        Optional<MaskedPredictor> predictor = calls.given(PluginMethod.MASKED, model::masked);
        return predictor.map(one -> new CheckedMaskedPredictor(one, size(), calls));
    }

    @Override
    public Predictor start() {
        return new CheckedPredictor(calls.given(PluginMethod.MODEL_START, model::start), size(), 0, calls);
    }

    @Override
    public BatchPredictor start(int lanes) {
        BatchPredictor predictor = calls.given(PluginMethod.MODEL_START, () -> model.start(lanes));
        return new CheckedBatchPredictor(predictor, lanes, size(), calls);
    }

    @Override
    public ModelContents contents() {
        ModelContents contents = calls.given(PluginMethod.CONTENTS, model::contents);
        checkVocabulary(contents.vocabulary());
        for (Map.Entry<String, Tensor> tensor : contents.tensors().entrySet()) {
            for (float value : tensor.getValue().values()) {
                if (!Float.isFinite(value)) {
                    throw calls.breach(
                            PluginMethod.CONTENTS,
                            PluginCalls.NO_STEP,
                            "its tensor '" + tensor.getKey() + "' has the value " + value);
                }
            }
        }
        return contents;
    }

    /** @param kept the vocabulary of the model's file @throws PluginException if that of the codec is another one */
    void checkVocabulary(Vocabulary kept) {
        Vocabulary own = codec.vocabulary();
        if (own.size() != kept.size()) {
            throw another("it has " + own.size() + " tokens, the model's contents have " + kept.size());
        }
        for (int id = 0; id < own.size(); id++) {
            if (!own.symbol(id).equals(kept.symbol(id))) {
                throw another("its token " + id + " is '" + own.symbol(id) + "', that of the model's contents is '"
                        + kept.symbol(id) + "'");
            }
        }
    }

    private PluginException another(String difference) {
        return calls.breach(PluginMethod.VOCABULARY, PluginCalls.NO_STEP, difference);
    }

    @Override
    public void close() {
        calls.call(PluginMethod.CLOSE, () -> {
            model.close();
            return null;
        });
    }
}
