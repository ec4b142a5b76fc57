package cadenza.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a whole process takes from nothing to its output, and how much memory a long text asks for. Runs the
 * distribution's launcher with a home of its own that keeps its archives of classes from run to run, as a user's does.
 */
final class StartBenchmark {
    private static final int BARS = 8;
    private static final int CHARACTERS = 200;
    private static final List<Integer> LONG_TEXTS = List.of(100_000, 1_000_000);
    private static final Duration ARCHIVE_WAIT = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN = 50; // milliseconds

    private final Launcher launcher;
    private final Optional<Python> python;
    private final int rounds;
    private final Path folder;

    /** @param folder empty; holds the home and what is made */
    StartBenchmark(Launcher launcher, Optional<Python> python, int rounds, Path folder) {
        this.launcher = launcher;
        this.python = python;
        this.rounds = rounds;
        this.folder = folder;
    }

    /** Runs each command once for its archive, then all in turn. */
    List<StartTime> starts() {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("compose --bars " + BARS, launcher.command(compose()));
        commands.put("fill --bars 3-6", launcher.command(fill())); // of the clip that compose has made
        commands.put("write --length " + CHARACTERS, launcher.command(write(CHARACTERS)));
        int archives = 0;
        for (List<String> command : commands.values()) {
            run(command);
            awaitArchives(++archives);
        }
        python.ifPresent(found -> commands.put("import torch", List.of(found.program(), "-c", "import torch")));
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            commands.forEach((name, command) -> seconds.computeIfAbsent(name, ignored -> new ArrayList<>())
                    .add(run(command).seconds()));
        }
        return seconds.entrySet().stream()
                .map(entry -> StartTime.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Writes texts of which one is ten times as long as the other. */
    List<LongText> longTexts() {
        return LONG_TEXTS.stream()
                .map(characters -> new LongText(characters, run(launcher.command(write(characters)))))
                .toList();
    }

    private List<String> compose() {
        return List.of("compose", "--bars", String.valueOf(BARS), "--seed", "1", "--out", made("clip.mid"));
    }

    private List<String> fill() {
        return List.of("fill", made("clip.mid"), "--bars", "3-6", "--seed", "1", "--out", made("filled.mid"));
    }

    private List<String> write(int characters) {
        return List.of("write", "--length", String.valueOf(characters), "--seed", "1", "--out", made("text.txt"));
    }

    private String made(String name) {
        return folder.resolve(name).toString();
    }

    private ChildRun run(List<String> command) {
        return ChildRun.of(command, Map.of("CADENZA_HOME", folder.toString()), List.of("CADENZA_CACHE"));
    }

    /** Archives are made after the command, in the background; where they cannot be, the start goes without. */
    private void awaitArchives(int count) {
        long began = System.nanoTime();
        while (archives() < count && System.nanoTime() - began < ARCHIVE_WAIT.toNanos()) {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for an archive of classes", e);
            }
        }
    }

    private long archives() {
        Path cache = folder.resolve("cache");
        if (!Files.isDirectory(cache)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
