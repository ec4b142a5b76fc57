package cadenza.bench;

import cadenza.api.UserException;
import cadenza.api.benchmark.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A peer that works in a process of its own. It says {@code ready} once; from then on it is told {@code run SECONDS},
 * works for so long, and answers {@code TOKENS SECONDS}. Between two lines it waits for the next, asleep, so that others
 * can be measured. It ends with its stdin, and with us.
 */
final class TorchProcess implements Workload {
    private final String name;
    private final Process process;
    private final Writer toProcess;
    private final BufferedReader fromProcess;
    private final LastLine stderr;
    private final Thread atExit;

    private TorchProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        toProcess = process.outputWriter(StandardCharsets.UTF_8);
        fromProcess = process.inputReader(StandardCharsets.UTF_8);
        stderr = LastLine.of(process.errorReader(StandardCharsets.UTF_8));
        atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a peer, and waits until it is ready. @throws UserException if it is not there, or does not get ready */
    static TorchProcess start(List<String> command) {
        String name = String.join(" ", command);
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            // Ours is 1, for its own engine's sake; a peer has as many threads as its arguments say.
            builder.environment().remove("OMP_NUM_THREADS");
            TorchProcess started = new TorchProcess(name, builder.start());
            String answer = started.answer();
            if (!answer.equals("ready")) {
                started.close();
                throw new UserException("the peer '" + name + "' said '" + answer + "', not 'ready'");
            }
            return started;
        } catch (IOException e) {
            throw new UserException("the peer '" + name + "' cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public long run(Duration about) {
        tell(String.format(Locale.ROOT, "run %.3f\n", about.toNanos() / 1e9));
        String answer = answer();
        try {
            long tokens = Long.parseLong(answer.split(" ")[0]);
            if (tokens > 0) {
                return tokens;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is none.
        }
        throw new UserException("the peer '" + name + "' said '" + answer + "', not how many tokens it did");
    }

    private void tell(String line) {
        try {
            toProcess.write(line);
            toProcess.flush();
        } catch (IOException e) {
            throw died();
        }
    }

    private String answer() {
        try {
            String line = fromProcess.readLine();
            if (line == null) {
                throw died();
            }
            return line;
        } catch (IOException e) {
            throw died();
        }
    }

    private UserException died() {
        String reason = stderr.text(); // before its streams are closed
        close();
        return new UserException("the peer '" + name + "' ended: " + reason);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // We are ending ourselves: the hook runs, and does the same.
        }
    }
}
