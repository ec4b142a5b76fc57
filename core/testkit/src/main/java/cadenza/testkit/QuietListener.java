package cadenza.testkit;

import cadenza.api.CorpusReport;
import cadenza.api.Model;
import cadenza.api.TrainingCheckpoint;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Hears a training in silence and remembers what was said. For one training, one thread. */
public final class QuietListener implements TrainingListener {
    private final int patience;
    private final boolean keeping;
    private final List<CorpusReport> reports = new ArrayList<>();
    private int asked;
    private long steps;
    private TrainingCheckpoint firstCheckpoint;

    private QuietListener(int patience, boolean keeping) {
        this.patience = patience;
        this.keeping = keeping;
    }

    /** Lets the training run to its end. */
    public static QuietListener patient() {
        return new QuietListener(Integer.MAX_VALUE, false);
    }

    /** Wants the training to stop from the very start. */
    public static QuietListener impatient() {
        return new QuietListener(0, false);
    }

    /** Lets the training take so many steps. */
    public static QuietListener patientFor(int steps) {
        return new QuietListener(steps, false);
    }

    /** Lets the training run to its end and keeps the first checkpoint. */
    public static QuietListener keepingTheFirstCheckpoint() {
        return new QuietListener(Integer.MAX_VALUE, true);
    }

    /** What the training said it read: one report, if it keeps the contract and could read anything. */
    public List<CorpusReport> reports() {
        return List.copyOf(reports);
    }

    /** The most steps that the training said it had taken. */
    public long steps() {
        return steps;
    }

    /** Where the training could be taken up again first; empty if it never said, or this was not asked to keep it. */
    public Optional<TrainingCheckpoint> firstCheckpoint() {
        return Optional.ofNullable(firstCheckpoint);
    }

    @Override
    public void started(CorpusReport report) {
        reports.add(report);
    }

    @Override
    public void progressed(TrainingProgress progress) {
        steps = Math.max(steps, progress.steps());
    }

    @Override
    public void improved(TrainingProgress progress, Model snapshot) {
        progressed(progress);
    }

    @Override
    public void reached(Supplier<TrainingCheckpoint> checkpoint) {
        if (keeping && firstCheckpoint == null) {
            firstCheckpoint = checkpoint.get();
        }
    }

    @Override
    public boolean cancelled() {
        asked = asked == Integer.MAX_VALUE ? asked : asked + 1;
        return asked > patience;
    }
}
