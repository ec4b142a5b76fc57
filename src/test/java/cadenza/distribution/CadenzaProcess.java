package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Cadenza as a user runs it: the launcher of a distribution as a process, with a working folder and a home of its own
 * that are empty at first, and nothing of our environment but the path.
 */
final class CadenzaProcess {
    private static final long MOST_SECONDS = 120;

    /** What a process left behind. */
    record Result(int exitCode, byte[] stdout, String stderr) {
        /** What it said on stdout. */
        String text() {
            return new String(stdout, StandardCharsets.UTF_8);
        }

        /** This, which must have been a success. */
        Result done() {
            assertThat(exitCode).as(stderr).isZero();
            return this;
        }
    }

    private final Path distribution;
    private final Path work;
    private final Path home;
    private final Path streams;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private long mostSeconds = MOST_SECONDS;

    /** @param folder empty; holds the process's folders */
    CadenzaProcess(Path distribution, Path folder) throws IOException {
        this.distribution = distribution;
        work = Files.createDirectory(folder.resolve("work"));
        home = Files.createDirectory(folder.resolve("home"));
        streams = Files.createDirectory(folder.resolve("streams"));
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", home.toString());
        environment.put("CADENZA_HOME", home.resolve("cadenza").toString());
        // One archive of classes for all tests of a build, and out of their temporary folders.
        environment.put("CADENZA_CACHE", distribution.resolveSibling("cache").toString());
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** Of the distribution that this build assembled. @param folder empty; holds the process's folders */
    static CadenzaProcess in(Path folder) throws IOException {
        return new CadenzaProcess(builtDistribution(), folder);
    }

    /** The distribution that this build assembled. */
    static Path builtDistribution() {
        return Path.of(System.getProperty("cadenza.distribution"));
    }

    CadenzaProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CadenzaProcess without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** A file in the working folder, by its name. */
    Path file(String name) {
        return work.resolve(name);
    }

    Path work() {
        return work;
    }

    Path home() {
        return home;
    }

    /** Where the user's models are. */
    Path models() {
        return Path.of(environment.get("CADENZA_HOME")).resolve("models");
    }

    /** Runs {@code cadenza} to its end. @param arguments joined by single spaces */
    Result run(String arguments) throws IOException, InterruptedException {
        return run(List.of(arguments.split(" ")));
    }

    /** Runs {@code cadenza} to its end. */
    Result run(List<String> arguments) throws IOException, InterruptedException {
        return runCommand(withLauncher(arguments));
    }

    private List<String> withLauncher(List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(distribution.resolve("bin/cadenza").toString()));
        command.addAll(arguments);
        return command;
    }

    /** The same, but it may take so long. */
    CadenzaProcess within(long seconds) {
        mostSeconds = seconds;
        return this;
    }

    /** Runs any command to its end, in the same folders and environment. */
    Result runCommand(List<String> command) throws IOException, InterruptedException {
        Path stderr = streams.resolve("stderr");
        return end(builder(command).redirectError(stderr.toFile()).start(), stderr);
    }

    /**
     * Starts {@code cadenza}, interrupts it (Ctrl-C) as soon as a line of its stderr contains a text, and waits for its
     * end.
     */
    Result runUntil(String said, String arguments) throws IOException, InterruptedException {
        List<String> command = withLauncher(List.of(arguments.split(" ")));
        if (System.getProperty("os.name").equals("Linux")) {
            // Where the build runs in a script's background, SIGINT is ignored, and a child would inherit that.
            command.addAll(0, List.of("env", "--default-signal=INT"));
        }
        Process process = builder(command).start();
        StringBuilder heard = new StringBuilder();
        try (var stderr = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = stderr.readLine(); line != null; line = stderr.readLine()) {
                heard.append(line).append('\n');
                if (line.contains(said)) {
                    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor();
                }
            }
        }
        Path stderr = Files.writeString(streams.resolve("stderr"), heard);
        return end(process, stderr);
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(streams.resolve("stdout").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private Result end(Process process, Path stderr) throws IOException, InterruptedException {
        if (!process.waitFor(mostSeconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(
                    "still running after " + mostSeconds + " s: " + process.info() + "\n" + Files.readString(stderr));
        }
        return new Result(process.exitValue(), Files.readAllBytes(streams.resolve("stdout")), Files.readString(stderr));
    }
}
