package cadenza.testkit;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.MaskedPredictor;
import cadenza.api.Model;
import cadenza.api.Predictor;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Document;
import cadenza.host.rewriting.RewritingLoop;
import cadenza.host.rewriting.Schedule;
import cadenza.host.rewriting.Sheet;
import cadenza.host.sampling.Generation;
import cadenza.host.sampling.Limit;
import cadenza.host.sampling.Sampler;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.sampling.SamplingLoop;
import cadenza.host.sampling.TokenRecorder;
import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.List;

/** Generating and rewriting with a model as the host does it. */
final class Trial {
    private Trial() {}

    /** Tokens sampled from empty input on. */
    static int[] sample(Model model, double temperature, long seed, Limit limit) {
        Sampler sampler = new Sampler(
                new SamplerSettings(temperature, 0, 1),
                new Xoshiro256(seed),
                model.codec().vocabulary());
        TokenRecorder recorder = new TokenRecorder();
        new SamplingLoop(model, List.of(new Generation(model.codec(), sampler, limit, recorder))).run(new int[0]);
        return recorder.tokens();
    }

    /** Tokens of a sheet whose places are all redone. @param temperature above 0 */
    static int[] rewrite(MaskedPredictor predictor, Sheet sheet, double temperature, long seed) {
        int[] places = sheet.places();
        if (places.length == 0) {
            return sheet.tokens();
        }
        RewritingLoop loop = new RewritingLoop(
                predictor, new SamplerSettings(temperature, 0, 1), List.of(), new Schedule.Annealed(2));
        return loop.rewrite(sheet, places, seed, () -> false).tokens();
    }

    /** What a predictor gives along tokens, copied: after the empty input, then after each token. */
    static List<float[]> logits(Predictor predictor, int[] tokens) {
        List<float[]> logits = new ArrayList<>();
        logits.add(predictor.first().clone());
        for (int token : tokens) {
            logits.add(predictor.next(token).clone());
        }
        return logits;
    }

    /** The effect of each token where it stands. */
    static List<Effect> effects(Codec<?> codec, int[] tokens) {
        List<Effect> effects = new ArrayList<>();
        CodecState state = codec.start();
        for (int token : tokens) {
            effects.add(state.effect(token));
            state.accept(token);
        }
        return effects;
    }

    @SuppressWarnings("unchecked") // a generator's codec holds the documents of its medium
    static int[] encode(Codec<?> codec, Document document) throws UnsuitableDocumentException {
        return ((Codec<Document>) codec).encode(document);
    }
}
