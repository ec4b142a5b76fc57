package cadenza.testkit;

import cadenza.api.CorpusReport;
import cadenza.api.Model;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingProgress;
import java.util.ArrayList;
import java.util.List;

/** Hears a training in silence and remembers what was read. For one training, one thread. */
public final class QuietListener implements TrainingListener {
    private final boolean cancelled;
    private final List<CorpusReport> reports = new ArrayList<>();

    private QuietListener(boolean cancelled) {
        this.cancelled = cancelled;
    }

    /** Lets the training run to its end. */
    public static QuietListener patient() {
        return new QuietListener(false);
    }

    /** Wants the training to stop from the very start. */
    public static QuietListener impatient() {
        return new QuietListener(true);
    }

    /** What the training said it read: one report, if it keeps the contract and could read anything. */
    public List<CorpusReport> reports() {
        return List.copyOf(reports);
    }

    @Override
    public void started(CorpusReport report) {
        reports.add(report);
    }

    @Override
    public void progressed(TrainingProgress progress) {}

    @Override
    public void improved(TrainingProgress progress, Model snapshot) {}

    @Override
    public boolean cancelled() {
        return cancelled;
    }
}
