package cadenza.host;

import cadenza.api.Codec;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import java.util.Map;
import java.util.function.IntFunction;

/** A model whose logits depend on nothing but how many tokens there were. */
public final class FakeModel implements Model {
    private final Codec<?> codec;
    private final IntFunction<float[]> logits;
    private int closed;

    /** @param logits of each step, 0 being the first; may be none that a model should give */
    public FakeModel(Codec<?> codec, IntFunction<float[]> logits) {
        this.codec = codec;
        this.logits = logits;
    }

    /** The same logits at every step. */
    public static FakeModel constant(Codec<?> codec, float... logits) {
        return new FakeModel(codec, step -> logits);
    }

    /** Every token is as likely as any other. */
    public static FakeModel undecided(Codec<?> codec) {
        return constant(codec, new float[codec.vocabulary().size()]);
    }

    /** How often it was closed. */
    public int closed() {
        return closed;
    }

    @Override
    public Codec<?> codec() {
        return codec;
    }

    @Override
    public Predictor start() {
        return new Predictor() {
            private int step;

            @Override
            public float[] first() {
                return logits.apply(0);
            }

            @Override
            public float[] next(int token) {
                return logits.apply(++step);
            }
        };
    }

    @Override
    public ModelContents contents() {
        float[] first = logits.apply(0);
        return new ModelContents(
                Settings.empty().with("fake", true),
                codec.vocabulary(),
                Map.of("logits", new Tensor(new int[] {first.length}, first)));
    }

    @Override
    public void close() {
        closed++;
    }
}
