package cadenza.cli;

import cadenza.api.CorpusReport;
import cadenza.api.Model;
import cadenza.api.TrainingCheckpoint;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingProgress;
import cadenza.api.UserException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps where a training stands once a minute, and where it ends or is interrupted. All else it hands on. */
final class CheckpointKeeper implements TrainingListener {
    private static final long SECONDS = 60;

    /** Puts a checkpoint where it is kept. */
    interface Keep {
        void keep(TrainingCheckpoint checkpoint, boolean finished);
    }

    private final TrainingListener listener;
    private final Terminal terminal;
    private final Keep keep;
    private long last = System.nanoTime();
    private boolean finished;
    private boolean failed;

    CheckpointKeeper(TrainingListener listener, Terminal terminal, Keep keep) {
        this.listener = listener;
        this.terminal = terminal;
        this.keep = keep;
    }

    @Override
    public void started(CorpusReport report) {
        listener.started(report);
    }

    @Override
    public void progressed(TrainingProgress progress) {
        finished = progress.remaining().isZero();
        listener.progressed(progress);
    }

    @Override
    public void improved(TrainingProgress progress, Model snapshot) {
        listener.improved(progress, snapshot);
    }

    @Override
    public void reached(Supplier<TrainingCheckpoint> checkpoint) {
        boolean minute = System.nanoTime() - last >= TimeUnit.SECONDS.toNanos(SECONDS);
        if (failed || !(minute || finished || listener.cancelled())) {
            return;
        }
        try {
            keep.keep(checkpoint.get(), finished);
            last = System.nanoTime();
        } catch (UserException e) {
            failed = true; // the training itself is worth more than that it can be taken up again
            terminal.err().println("cadenza: no checkpoint is kept: " + e.getMessage());
        }
    }

    @Override
    public boolean cancelled() {
        return listener.cancelled();
    }
}
