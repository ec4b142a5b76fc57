package cadenza.bench;

import cadenza.api.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A process that ran to its end.
 *
 * @param seconds wall time from its start to its end
 * @param peakBytes the most memory that it, or one of the processes it started, had resident, as Linux tells; empty where nothing does
 */
public record ChildRun(double seconds, OptionalLong peakBytes) {
    /** Seldom enough to cost a quick command nothing; a peak that was told stays told. */
    private static final long LOOK_AGAIN = 100; // milliseconds

    private static final int KIBI = 1024;

    /**
     * Runs a command.
     *
     * @param set variables of its environment, beside ours
     * @param unset variables that it does not have
     * @throws UserException if it cannot be run, or fails
     */
    static ChildRun of(List<String> command, Map<String, String> set, List<String> unset) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(set);
        builder.environment().keySet().removeAll(unset);
        Process process = null;
        try {
            long began = System.nanoTime();
            process = builder.start();
            LastLine stderr = LastLine.of(process.errorReader(StandardCharsets.UTF_8));
            OptionalLong peak = OptionalLong.empty();
            do {
                peak = LongStream.concat(peak.stream(), peakBytes(process)).max();
            } while (!process.waitFor(LOOK_AGAIN, TimeUnit.MILLISECONDS));
            double seconds = (System.nanoTime() - began) / 1e9;
            if (process.exitValue() != 0) {
                throw new UserException("'" + String.join(" ", command) + "' failed: " + stderr.text());
            }
            return new ChildRun(seconds, peak);
        } catch (IOException e) {
            throw new UserException("'" + String.join(" ", command) + "' cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running '" + String.join(" ", command) + "'", e);
        }
    }

    /** Of the process and of those it started: a launcher that waits for Java is small itself. */
    private static LongStream peakBytes(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMapToLong(each -> peakBytes(each.pid()).stream());
    }

    /** The line {@code VmHWM: 1234 kB} of a process's status; the file is empty once the process has ended. */
    private static OptionalLong peakBytes(long process) {
        Path status = Path.of("/proc", String.valueOf(process), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> KIBI * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }
}
