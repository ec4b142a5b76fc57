package cadenza.testkit;

import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.TrainingCheckpoint;
import cadenza.api.TrainingOptions;
import cadenza.api.TrainingStart;
import cadenza.api.UserException;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.plugins.LoadedGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trainings that begin where another stopped: those that a generator declares, and that all others are refused. */
final class ContinuationChecks {
    private static final int EPOCHS = 2;

    private final Specimen specimen;

    ContinuationChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return specimen.info().continues()
                ? new CheckGroup(
                        "going on",
                        new Check("a training taken up from a checkpoint ends as one that ran through", this::resumed),
                        new Check("a training from a model keeps its vocabulary", this::fromModel))
                : new CheckGroup(
                        "going on",
                        new Check("what it does not declare, going on with a training, is refused", this::refused));
    }

    private void resumed() {
        QuietListener listener = QuietListener.keepingTheFirstCheckpoint();
        try (Model through = train(specimen.options(EPOCHS, TrainingStart.FRESH), listener)) {
            TrainingCheckpoint checkpoint = listener.firstCheckpoint()
                    .orElseThrow(() -> new ContractViolation(
                            "it declares that it can continue, and never said reached() in a training"));
            TrainingOptions goingOn = specimen.options(EPOCHS, new TrainingStart.FromCheckpoint(checkpoint));
            try (Model resumed = train(goingOn, QuietListener.patient())) {
                ContractViolation.unless(
                        resumed.contents().equals(through.contents()),
                        "the resumed training ended with other weights than the one that ran through");
            }
        }
    }

    private void fromModel() {
        ModelContents parent = specimen.model().contents();
        TrainingOptions options = specimen.options(1, new TrainingStart.FromModel(parent));
        try (Model child = train(options, QuietListener.patient())) {
            List<String> known = parent.vocabulary().symbols();
            List<String> now = child.codec().vocabulary().symbols();
            ContractViolation.unless(
                    now.size() >= known.size() && now.subList(0, known.size()).equals(known),
                    "the vocabulary of %d tokens is not the beginning of the new one of %d",
                    known.size(),
                    now.size());
            specimen.assertUsable(child);
        }
    }

    private Model train(TrainingOptions options, QuietListener listener) {
        return specimen.generator().train(specimen.corpus(), options, listener);
    }

    /** By the host, which asks the declaration. */
    private void refused() throws IOException {
        ModelContents contents = specimen.model().contents();
        Path home = Files.createTempDirectory("contract");
        try (Studio studio = new Studio(new StudioFolders(home, Optional.empty()))) {
            LoadedGenerator loaded = new LoadedGenerator(specimen.info().id(), "0", specimen.generator());
            for (TrainingStart start : List.of(
                    new TrainingStart.FromModel(contents),
                    new TrainingStart.FromCheckpoint(new TrainingCheckpoint(contents, Settings.empty(), Map.of())))) {
                assertRefused(studio, loaded, specimen.options(1, start));
            }
        } finally {
            Files.delete(home);
        }
    }

    private void assertRefused(Studio studio, LoadedGenerator loaded, TrainingOptions options) {
        try (Model model = studio.train(loaded, specimen.corpus(), options, QuietListener.patient())) {
            throw new ContractViolation("it was trained all the same: " + model);
        } catch (UserException e) {
            Specimen.assertOneLine(e);
        }
    }
}
