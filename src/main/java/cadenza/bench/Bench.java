package cadenza.bench;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.benchmark.Contestant;
import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.UntrainedModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The front door: each benchmark in one method. Looks for the peers when made; for one thread, and for a machine that
 * has nothing else to do.
 */
public final class Bench implements AutoCloseable {
    static final String CADENZA = "cadenza";
    static final String PYTORCH = "pytorch";
    static final String READING = "reading alone";

    /** Generations that {@code --count} makes side by side, as they are compared with a peer's batch. */
    private static final int TOGETHER = 16;

    private final Plan plan;
    private final Optional<Path> distribution;
    private final Optional<Python> python;
    private final Machine machine = Machine.here();
    private final UntrainedModels models;
    private final List<Contestant> contestants = new ArrayList<>();
    private final CoreProbe probe;
    private final AlternatingWindows windows;

    /**
     * @param distribution the folder that Cadenza runs from, where the scripts of the peers and the launcher are
     * @throws UserException if the Python that is asked for has no PyTorch, or there is no such cell
     */
    public Bench(Plan plan, Optional<Path> distribution) {
        this.plan = plan;
        this.distribution = distribution;
        models = ServiceLoader.load(UntrainedModels.class).findFirst().orElseThrow();
        // The smallest of each kind, so that an unknown cell is told before minutes are spent on the others.
        plan.networks().forEach(size -> models.model(new NetworkSize(size.cell(), 1, 1, 2), 1));
        python = plan.python().map(Python::of).or(Python::find);
        // Last: it keeps two cores busy for a moment, and threads that only close() ends.
        probe = new CoreProbe(machine.cores());
        windows = new AlternatingWindows(plan.window(), plan.rounds(), probe, System::nanoTime);
        contestants.add(new CadenzaSampling(models));
        Optional<Path> scripts = distribution.map(folder -> folder.resolve("bench"));
        if (python.isPresent() && scripts.isPresent()) {
            contestants.add(new Torch(python.get(), scripts.get()));
        }
        ServiceLoader.load(Contestant.class).forEach(contestants::add);
        // Cadenza samples here and trains elsewhere: both come before the peers.
        contestants.sort(Comparator.comparing(contestant -> !contestant.name().equals(CADENZA)));
    }

    /** The columns of what {@link #sampling} gives. */
    public ComparisonTable samplingTable() {
        return table(Stream.concat(names(), Stream.of(READING)).toList());
    }

    /** The columns of what {@link #training} gives. */
    public ComparisonTable trainingTable() {
        return table(names().toList());
    }

    private ComparisonTable table(List<String> names) {
        return new ComparisonTable(names, python.isPresent() ? Map.of() : Map.of(PYTORCH, "not installed"));
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(CADENZA, PYTORCH), contestants.stream().map(Contestant::name))
                .distinct();
    }

    /**
     * Measures sampling, of one generation on one thread, then of several on all cores.
     *
     * @param each hears of each row as soon as it is there
     */
    public void sampling(Consumer<Comparison> each) {
        SamplingBenchmark benchmark = new SamplingBenchmark(contestants, models, windows);
        for (NetworkSize size : plan.networks()) {
            each.accept(benchmark.measure(size, 1, 1));
        }
        for (NetworkSize size : plan.networks()) {
            each.accept(benchmark.measure(size, TOGETHER, machine.cores()));
        }
    }

    /**
     * Measures training on all cores.
     *
     * @param each hears of each row as soon as it is there
     */
    public void training(Consumer<Comparison> each) {
        TrainingBenchmark benchmark = new TrainingBenchmark(contestants, windows);
        for (NetworkSize size : plan.networks()) {
            each.accept(benchmark.measure(size, machine.cores()));
        }
    }

    /** Measures the start of whole processes, and the memory of long texts. @throws UserException without a launcher */
    public StartReport start() {
        Launcher launcher = new Launcher(distribution.orElseThrow(() -> new UserException(
                "'bench start' measures the launcher of a distribution, and there is none; run bin/cadenza")));
        try {
            Path folder = Files.createTempDirectory("cadenza-bench");
            try {
                StartBenchmark benchmark = new StartBenchmark(launcher, python, plan.rounds(), folder);
                return new StartReport(benchmark.starts(), benchmark.longTexts());
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As far as it goes: a launcher may still be making an archive there, and the figures matter more. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    /** What the figures were measured on and with. */
    public Settings conditions() {
        String version = Bench.class.getPackage().getImplementationVersion();
        return Settings.empty()
                .with(CADENZA, version == null ? "(development)" : version)
                .with("machine", machine.toSettings())
                .with(PYTORCH, python.map(Python::torch).orElse("not installed"))
                .with("windowSeconds", plan.window().toNanos() / 1e9)
                .with("rounds", plan.rounds());
    }

    @Override
    public void close() {
        probe.close();
    }
}
