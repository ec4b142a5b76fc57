package cadenza.host;

import cadenza.api.CorpusReport;
import cadenza.api.Model;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingProgress;

/** Listens to a training without a word. */
public class FakeListener implements TrainingListener {
    @Override
    public void started(CorpusReport report) {}

    @Override
    public void progressed(TrainingProgress progress) {}

    @Override
    public void improved(TrainingProgress progress, Model snapshot) {}

    @Override
    public boolean cancelled() {
        return false;
    }
}
