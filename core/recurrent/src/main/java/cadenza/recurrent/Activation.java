package cadenza.recurrent;

/**
 * The activation functions, over whole arrays so that they vectorise, and in plain arithmetic so that they are the
 * same bits on every machine.
 */
public final class Activation {
    // Beyond this, tanh is 1 to single precision.
    private static final float CLAMP = 7.90531110763549805f;

    private Activation() {}

    /**
     * The hyperbolic tangent: the rational minimax approximation of degree 13/6 that Eigen uses
     * (generic_fast_tanh_float); absolute error below 4.5e-7.
     */
    public static float tanh(float value) {
        float x = Math.max(-CLAMP, Math.min(CLAMP, value));
        float s = x * x;
        float p = -2.76076847742355e-16f;
        p = p * s + 2.00018790482477e-13f;
        p = p * s - 8.60467152213735e-11f;
        p = p * s + 5.12229709037114e-08f;
        p = p * s + 1.48572235717979e-05f;
        p = p * s + 6.37261928875436e-04f;
        p = p * s + 4.89352455891786e-03f;
        float q = 1.19825839466702e-06f;
        q = q * s + 1.18534705686654e-04f;
        q = q * s + 2.26843463243900e-03f;
        q = q * s + 4.89352518554385e-03f;
        return p * x / q;
    }

    /** Replaces each value by its hyperbolic tangent, as {@link #tanh(float)} gives it. */
    public static void tanh(float[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = tanh(values[j]);
        }
    }

    /** Replaces each value x by the logistic function σ(x) = (1 + tanh(x/2)) / 2. */
    public static void sigmoid(float[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= 0.5f;
        }
        tanh(values);
        for (int j = 0; j < values.length; j++) {
            values[j] = 0.5f * values[j] + 0.5f;
        }
    }
}
