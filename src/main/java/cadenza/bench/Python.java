package cadenza.bench;

import cadenza.api.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A Python that has PyTorch.
 *
 * @param program its name on the path, or its file
 * @param torch version of PyTorch
 */
record Python(String program, String torch) {
    /** The one on the path, which may be a version manager's, and the system's own. */
    private static final List<String> USUAL = List.of("python3", "/usr/bin/python3");

    /** The one that is asked for. @throws UserException if it is not there, or cannot import torch */
    static Python of(String program) {
        return probe(program)
                .orElseThrow(() -> new UserException("--python '" + program
                        + "' cannot import torch; install PyTorch for it, or leave the option out"));
    }

    /** The first usual one that can import torch. */
    static Optional<Python> find() {
        return USUAL.stream().map(Python::probe).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Python> probe(String program) {
        try {
            Process process = new ProcessBuilder(program, "-c", "import torch; print(torch.__version__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(new Python(program, said)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for PyTorch", e);
        }
    }
}
