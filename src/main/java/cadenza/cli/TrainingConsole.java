package cadenza.cli;

import cadenza.api.CorpusReport;
import cadenza.api.Model;
import cadenza.api.Settings;
import cadenza.api.TrainingListener;
import cadenza.api.TrainingProgress;
import cadenza.api.document.Medium;
import cadenza.host.OpenedModel;
import cadenza.host.Request;
import cadenza.host.Studio;
import cadenza.host.corpus.CorpusReader;
import cadenza.host.corpus.TextSurvey;
import cadenza.host.models.ModelHash;
import cadenza.host.models.Precision;
import cadenza.host.music.PianoRoll;
import cadenza.host.plugins.LoadedGenerator;
import cadenza.host.sampling.SamplerSettings;
import cadenza.host.training.LossUnit;
import cadenza.host.training.TrainingHistory;
import cadenza.host.training.TrainingHistory.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows a training on the terminal: what was read, one line of progress, a sample now and then. An interrupt (Ctrl-C)
 * stops the training, and the process ends only after the best model so far was kept.
 */
final class TrainingConsole implements TrainingListener, AutoCloseable {
    private static final long LINE_SECONDS = 10;
    private static final long SAMPLE_SECONDS = 30;
    private static final long KEEPING_SECONDS = 60;
    private static final int SAMPLE_CHARACTERS = 160;
    private static final int SAMPLE_BARS = 4;

    private final Terminal terminal;
    private final Studio studio;
    private final LoadedGenerator generator;
    private final CorpusReader.Material material;
    private final CompletableFuture<Optional<TextSurvey>> survey;
    private final List<String> reasons;
    private final LossUnit unit;
    private TrainingHistory history = new TrainingHistory();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread interruption = new Thread(this::interrupt, "interrupted");
    private volatile boolean cancelled;
    private CorpusReport report;
    private boolean warned;
    private TrainingProgress last;
    private double trainingLossOfBest = Double.NaN;
    private long lastLine = System.nanoTime() - TimeUnit.SECONDS.toNanos(LINE_SECONDS);
    private long lastSample = System.nanoTime();

    /**
     * @param heldBack whether what is validated on was taken from the documents to train on
     * @param reasons why the options are what they are, line by line
     */
    TrainingConsole(
            Terminal terminal,
            Studio studio,
            LoadedGenerator generator,
            CorpusReader.Material material,
            boolean heldBack,
            List<String> reasons) {
        this.terminal = terminal;
        this.studio = studio;
        this.generator = generator;
        this.material = material;
        this.reasons = List.copyOf(reasons);
        unit = LossUnit.of(generator.info().medium());
        boolean text = generator.info().medium() == Medium.TEXT;
        // Beside the generator, which counts and encodes the corpus at the same time.
        survey = CompletableFuture.supplyAsync(
                () -> text ? Optional.of(TextSurvey.of(material.corpus(), heldBack)) : Optional.empty());
        Runtime.getRuntime().addShutdownHook(interruption);
    }

    private void interrupt() {
        cancelled = true;
        try {
            if (!ended.await(KEEPING_SECONDS, TimeUnit.SECONDS)) {
                terminal.err().println("cadenza: the training did not stop in time; nothing was kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.err().flush();
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void started(CorpusReport corpus) {
        report = corpus;
        new CorpusLines(material, survey.join()).lines(corpus).forEach(this::say);
        reasons.forEach(this::say);
    }

    @Override
    public void progressed(TrainingProgress progress) {
        last = progress;
        history.add(progress);
        warnOfOverfitting();
        long now = System.nanoTime();
        String validation = Double.isNaN(progress.validationLoss())
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  validation %.3f (best %.3f)",
                        unit.of(progress.validationLoss()),
                        unit.of(progress.bestValidationLoss()));
        String line = String.format(
                Locale.ROOT,
                "epoch %.2f  loss %.3f%s %s  %,.0f %s/s  %s left",
                progress.epochs(),
                unit.of(progress.trainingLoss()),
                validation,
                unit.label(),
                progress.tokensPerSecond(),
                unit.tokens(),
                clock(progress.remaining()));
        if (terminal.errInteractive()) {
            terminal.err().print("\r\u001b[K" + line);
            terminal.err().flush();
        } else if (now - lastLine >= TimeUnit.SECONDS.toNanos(LINE_SECONDS)) {
            lastLine = now;
            say(line);
        }
    }

    private void warnOfOverfitting() {
        if (!warned && history.overfits()) {
            warned = true;
            newLine();
            say("it begins to learn by heart: the validation loss rose three times while the training loss fell; the"
                    + " best so far is what will be kept (Ctrl-C stops now, --patience N stops by itself)");
        }
    }

    @Override
    public void improved(TrainingProgress progress, Model snapshot) {
        last = progress;
        trainingLossOfBest = progress.trainingLoss();
        long now = System.nanoTime();
        if (now - lastSample < TimeUnit.SECONDS.toNanos(SAMPLE_SECONDS)) {
            return;
        }
        lastSample = now;
        // Not closed: the snapshot is the generator's.
        OpenedModel opened = new OpenedModel("sample", ModelHash.of(""), generator, Settings.empty(), snapshot);
        if (!opened.model().improvises()) {
            return; // it begins nothing that could be shown
        }
        newLine();
        if (generator.info().medium() == Medium.TEXT) {
            SamplerSettings sampler = new SamplerSettings(0.7, 0, 1);
            StringBuilder text = new StringBuilder();
            studio.write(opened, new Request.Write("", SAMPLE_CHARACTERS, sampler, progress.steps()), text::append);
            text.toString().strip().lines().forEach(line -> terminal.err().println("  | " + line));
        } else {
            Request.Compose request =
                    new Request.Compose(SAMPLE_BARS, OptionalDouble.empty(), SamplerSettings.PLAIN, progress.steps());
            terminal.err()
                    .print(new PianoRoll(terminal.ascii())
                            .draw(studio.compose(opened, request).score(), terminal.columns()));
        }
        terminal.err().flush();
    }

    /** Goes on with the losses of a training that is taken up again; before it starts. */
    void goOn(TrainingHistory before) {
        history = before;
        trainingLossOfBest = before.best().map(Validation::trainingLoss).orElse(Double.NaN);
    }

    /** The losses so far. */
    TrainingHistory history() {
        return history;
    }

    /** What the card says of the data. */
    Settings describe(Settings data) {
        return data.with("documents", material.documents())
                .with("trainingTokens", report.trainingTokens())
                .with("validationTokens", report.validationTokens())
                .with("unknownTokens", report.unknownTokens());
    }

    /** What the card says of the training: nats a token, those of the best weights. */
    Settings losses() {
        Settings losses = Settings.empty();
        if (last == null) {
            return losses;
        }
        if (Double.isFinite(trainingLossOfBest)) {
            losses = losses.with("training", rounded(trainingLossOfBest));
        }
        if (Double.isFinite(last.bestValidationLoss())) {
            losses = losses.with("validation", rounded(last.bestValidationLoss()));
        }
        return losses.with("epochs", rounded(last.epochs())).with("steps", last.steps());
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    /** Whether the training was interrupted while its weights were still those it began with. */
    boolean stoppedBeforeTheFirstStep() {
        return cancelled && last != null && last.steps() == 0;
    }

    /** The interruption came too early. */
    void nothingKept() {
        newLine();
        say("stopped before anything was learned; nothing was kept");
    }

    /** The model was kept. */
    void kept(String name, Path file, Precision precision) {
        newLine();
        String loss = last == null || !Double.isFinite(last.bestValidationLoss())
                ? ""
                : String.format(
                        Locale.ROOT, ", validation loss %.4f %s", unit.of(last.bestValidationLoss()), unit.label());
        say((cancelled ? "stopped; kept the best so far as " : "kept ") + name + loss + " (" + file.getFileName()
                + (precision == Precision.SINGLE ? "" : ", weights of " + precision.bits() + " bits") + ")");
        terminal.err().flush();
    }

    /** The curve was kept beside the model. */
    void drawn(Path file) {
        say("drew the training curve (" + file.getFileName() + ")");
    }

    /** The curve could not be drawn, or kept. */
    void notDrawn(String reason) {
        say("the training curve is missing: " + reason);
    }

    private void newLine() {
        if (terminal.errInteractive()) {
            terminal.err().print("\r\u001b[K");
        }
    }

    private void say(String line) {
        terminal.err().println("cadenza: " + line);
        terminal.err().flush();
    }

    private static String clock(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    @Override
    public void close() {
        ended.countDown();
        if (cancelled) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException e) {
            // The interrupt came just now; its hook finds the training ended.
            cancelled = true;
        }
    }
}
