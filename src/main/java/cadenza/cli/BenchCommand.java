package cadenza.cli;

import cadenza.api.Settings;
import cadenza.api.benchmark.NetworkSize;
import cadenza.bench.Bench;
import cadenza.bench.Comparison;
import cadenza.bench.ComparisonTable;
import cadenza.bench.Plan;
import cadenza.bench.StartReport;
import cadenza.host.StudioFolders;
import cadenza.host.storage.Json;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code cadenza bench}: how fast Cadenza samples, trains and starts, beside its peers. */
@Command(
        name = "bench",
        description =
                "Measure sampling, training and the start beside PyTorch and Deeplearning4j; all three where none is"
                        + " named. Takes a quiet machine and some minutes.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    private final Terminal terminal;
    private final StudioFolders folders;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "One JSON object on stdout.")
    private boolean json;

    @Option(
            names = "--networks",
            paramLabel = "CELL:LxH",
            split = ",",
            scope = ScopeType.INHERIT,
            converter = NetworkSizeConverter.class,
            description = "Cell, layers and hidden units: lstm:1x256,gru:2x512 (default: both cells, 1x256, 2x256 and"
                    + " 2x512).")
    private List<NetworkSize> networks = NetworkSizeConverter.USUAL;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            scope = ScopeType.INHERIT,
            description = "Of one contestant in one round (default: 1).")
    private double seconds = 1;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Rounds to be kept; those in which the cores are not all there are dropped (default: 9).")
    private int rounds = 9;

    @Option(
            names = "--python",
            paramLabel = "PROGRAM",
            scope = ScopeType.INHERIT,
            description = "A Python that has PyTorch (default: python3, then /usr/bin/python3).")
    private String python;

    BenchCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        return run(report -> {
            report.sampling();
            report.training();
            report.start();
        });
    }

    @Command(
            name = "sampling",
            description = "Tokens a second: one generation on one thread, 16 side by side on all cores.",
            mixinStandardHelpOptions = true)
    int sampling() {
        return run(Report::sampling);
    }

    @Command(
            name = "training",
            description = "Tokens a second: 64 sequences side by side, 64 steps, on all cores.",
            mixinStandardHelpOptions = true)
    int training() {
        return run(Report::training);
    }

    @Command(
            name = "start",
            description = "Seconds that whole processes take, and memory that long texts ask for.",
            mixinStandardHelpOptions = true)
    int start() {
        return run(Report::start);
    }

    private int run(Consumer<Report> what) {
        Duration window = Duration.ofNanos((long) (seconds * NANOS));
        Plan plan = new Plan(networks, window, rounds, Optional.ofNullable(python));
        try (Bench bench = new Bench(plan, folders.distribution())) {
            Report report = new Report(bench);
            what.accept(report);
            if (json) {
                terminal.out().println(Json.write(report.figures));
            }
        }
        return 0;
    }

    /** Runs benchmarks and tells of them: rows as they come, on stderr where the figures go to stdout in the end. */
    private final class Report {
        private final Bench bench;
        private Settings figures;

        Report(Bench bench) {
            this.bench = bench;
            figures = bench.conditions();
            Settings machine = figures.settings("machine");
            machine.names().forEach(name -> say(name + ": " + machine.value(name)));
            say("cadenza: " + figures.text("cadenza"));
            say("pytorch: " + figures.text("pytorch"));
        }

        void sampling() {
            compare("sampling", bench.samplingTable(), bench::sampling);
        }

        void training() {
            compare("training", bench.trainingTable(), bench::training);
        }

        private void compare(String name, ComparisonTable table, Consumer<Consumer<Comparison>> benchmark) {
            List<Settings> rows = new ArrayList<>();
            say("");
            say(table.head(name));
            benchmark.accept(row -> {
                rows.add(row.toSettings());
                say(table.row(row));
            });
            figures = figures.with(name, rows);
        }

        void start() {
            StartReport report = bench.start();
            say("");
            report.lines().forEach(this::say);
            figures = figures.with("start", report.toSettings());
        }

        private void say(String line) {
            PrintStream stream = json ? terminal.err() : terminal.out();
            stream.println(line);
            stream.flush();
        }
    }
}
