package cadenza.host.plugins;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Vocabulary;
import cadenza.api.document.Medium;
import java.util.Optional;

/** A plugin's grammar whose every answer is checked. */
final class CheckedState implements CodecState {
    private final CodecState state;
    private final Medium medium;
    private final PluginCalls calls;
    private long step; // tokens accepted

    CheckedState(CodecState state, Medium medium, long step, PluginCalls calls) {
        this.state = state;
        this.medium = medium;
        this.step = step;
        this.calls = calls;
    }

    @Override
    public void allowed(boolean[] allowed) {
        PluginThread thread = PluginThread.enter(PluginMethod.ALLOWED, step);
        try {
            state.allowed(allowed);
        } catch (Throwable e) {
            throw calls.fault(PluginMethod.ALLOWED, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        if (allowed[Vocabulary.UNKNOWN]) {
            throw calls.breach(PluginMethod.ALLOWED, step, "it allows the unknown token");
        }
    }

    @Override
    public Effect effect(int token) {
        PluginThread thread = PluginThread.enter(PluginMethod.EFFECT, step);
        Effect effect;
        try {
            effect = state.effect(token);
        } catch (Throwable e) {
            throw calls.fault(PluginMethod.EFFECT, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        if (effect == null) {
            throw calls.breach(PluginMethod.EFFECT, step, "token " + token + " has no effect (null)");
        }
        if (!ofMedium(effect)) {
            throw calls.breach(
                    PluginMethod.EFFECT,
                    step,
                    "token " + token + " has the effect " + effect + ", which is none of " + medium.label());
        }
        return effect;
    }

    private boolean ofMedium(Effect effect) {
        return effect instanceof Effect.Write
                ? medium == Medium.TEXT
                : medium == Medium.MUSIC || effect instanceof Effect.End || effect instanceof Effect.None;
    }

    @Override
    public void accept(int token) {
        PluginThread thread = PluginThread.enter(PluginMethod.ACCEPT, step);
        try {
            state.accept(token);
        } catch (Throwable e) {
            throw calls.fault(PluginMethod.ACCEPT, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        step++;
    }

    @Override
    public Optional<CodecState> copy() {
        PluginThread thread = PluginThread.enter(PluginMethod.STATE_COPY, step);
        Optional<? extends CodecState> copy;
        try {
            copy = state.copy();
        } catch (Throwable e) {
            throw calls.fault(PluginMethod.STATE_COPY, step, e);
        } finally {
            PluginThread.leave(thread);
        }
        if (copy == null) {
            throw calls.breach(PluginMethod.STATE_COPY, step, "it gave nothing (null)");
        }
        return copy.map(one -> new CheckedState(one, medium, step, calls));
    }
}
