package cadenza.host.plugins;

import cadenza.api.CorpusReport;
import cadenza.api.Model;
import cadenza.api.TrainingCheckpoint;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingProgress;
import cadenza.api.document.Medium;
import java.util.function.Supplier;

/**
 * The host's listener as a plugin's training calls it: what the plugin hands over is checked, and what the host throws
 * on its way through the plugin is told apart from what the plugin throws. Called from the thread that trains.
 */
final class CheckedListener implements TrainingListener {
    private final TrainingListener listener;
    private final Medium medium;
    private final PluginCalls calls;
    private RuntimeException fault;
    private boolean reported;

    CheckedListener(TrainingListener listener, Medium medium, PluginCalls calls) {
        this.listener = listener;
        this.medium = medium;
        this.calls = calls;
    }

    @Override
    public void started(CorpusReport report) {
        reported = true;
        listening(() -> listener.started(report));
    }

    @Override
    public void progressed(TrainingProgress progress) {
        listening(() -> listener.progressed(progress));
    }

    @Override
    public void improved(TrainingProgress progress, Model snapshot) {
        Model checked = CheckedModel.of(PluginMethod.TRAIN, snapshot, medium, calls);
        listening(() -> listener.improved(progress, checked));
    }

    @Override
    public void reached(Supplier<TrainingCheckpoint> checkpoint) {
        listening(() -> listener.reached(() -> calls.given(PluginMethod.CHECKPOINT, checkpoint)));
    }

    @Override
    public boolean cancelled() {
        return listener.cancelled();
    }

    /** Whether the training has said what it read, or was stopped before it could. */
    boolean reported() {
        return reported || listener.cancelled();
    }

    private void listening(Runnable hearing) {
        try {
            hearing.run();
        } catch (RuntimeException e) {
            fault = e;
            throw e;
        }
    }

    /** What is thrown where a training threw this: the host's own fault as it was, where it is that. */
    RuntimeException fault(Throwable thrown) {
        for (Throwable cause = thrown; cause != null && fault != null; cause = cause.getCause()) {
            if (cause == fault) {
                return fault;
            }
        }
        return calls.fault(PluginMethod.TRAIN, PluginCalls.NO_STEP, thrown);
    }
}
