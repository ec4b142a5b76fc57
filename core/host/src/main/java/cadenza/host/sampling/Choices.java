package cadenza.host.sampling;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What may come next: for each token that the grammar allows its effect, asked for once and shared by all constraints,
 * which take tokens out or make them more or less likely. One generation, one thread; reused at each step.
 */
public final class Choices {
    private final boolean[] allowed;
    private final Effect[] effects;
    private final boolean[] marked;
    private final float[] preferences;
    private boolean preferring;
    private Playhead playhead;

    /** @param size number of tokens */
    public Choices(int size) {
        allowed = new boolean[size];
        effects = new Effect[size];
        marked = new boolean[size];
        preferences = new float[size];
    }

    /** Begins a step with all that the grammar allows. */
    public void begin(CodecState state, Playhead here) {
        state.allowed(allowed);
        for (int token = 0; token < allowed.length; token++) {
            effects[token] = allowed[token] ? state.effect(token) : null;
        }
        if (preferring) {
            Arrays.fill(preferences, 0);
            preferring = false;
        }
        playhead = here;
    }

    /** Number of tokens, allowed or not. */
    public int size() {
        return allowed.length;
    }

    /** Where the next token will stand. */
    public Playhead playhead() {
        return playhead;
    }

    /** Whether a token of {@code [0, size)} may be chosen. */
    public boolean allows(int token) {
        return allowed[token];
    }

    /** What a token would do that may be chosen. */
    public Effect effect(int token) {
        return effects[token];
    }

    /** Takes a token out. */
    public void refuse(int token) {
        allowed[token] = false;
    }

    /** Takes out all tokens but those with such an effect. */
    public void keep(Predicate<Effect> fits) {
        for (int token = 0; token < allowed.length; token++) {
            if (allowed[token] && !fits.test(effects[token])) {
                allowed[token] = false;
            }
        }
    }

    /** Whether a token that may be chosen has such an effect. */
    public boolean has(Predicate<Effect> fits) {
        for (int token = 0; token < allowed.length; token++) {
            if (allowed[token] && fits.test(effects[token])) {
                return true;
            }
        }
        return false;
    }

    /** How many tokens may be chosen. */
    public int count() {
        int count = 0;
        for (boolean one : allowed) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** How many tokens may be chosen that have such an effect. */
    public int count(Predicate<Effect> fits) {
        int count = 0;
        for (int token = 0; token < allowed.length; token++) {
            count += allowed[token] && fits.test(effects[token]) ? 1 : 0;
        }
        return count;
    }

    /** Adds so many nats to the logit of a token, before temperature; negative for less likely. */
    public void prefer(int token, double nats) {
        preferences[token] += (float) nats;
        preferring = true;
    }

    /** These logits with the preferences added; the same array where there are none, else a new one. */
    public float[] preferred(float[] logits) {
        if (!preferring) {
            return logits;
        }
        float[] sum = new float[logits.length];
        for (int token = 0; token < sum.length; token++) {
            sum[token] = logits[token] + preferences[token];
        }
        return sum;
    }

    /** Which tokens may be chosen, {@code [size]}; not to be changed. */
    public boolean[] allowed() {
        return allowed;
    }

    /** Keeps what is allowed now for {@link #backToMark}. */
    void mark() {
        System.arraycopy(allowed, 0, marked, 0, allowed.length);
    }

    /** Allows what was allowed at the last mark. */
    void backToMark() {
        System.arraycopy(marked, 0, allowed, 0, allowed.length);
    }
}
