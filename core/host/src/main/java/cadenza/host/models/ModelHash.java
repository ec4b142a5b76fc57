package cadenza.host.models;

import cadenza.api.UserException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * The SHA-256 of a model's file, which is computed beside other work: it takes as long as the first hundred tokens, and
 * only the recipe needs it. Safe for use by several threads.
 */
public final class ModelHash {
    private final Future<String> hash;

    private ModelHash(Future<String> hash) {
        this.hash = hash;
    }

    /** Begins to compute it. */
    public static ModelHash begin(Path file) {
        FutureTask<String> task = new FutureTask<>(() -> ModelFile.sha256(file));
        Thread thread = new Thread(task, "model hash");
        thread.setDaemon(true);
        thread.start();
        return new ModelHash(task);
    }

    /** One that is known. */
    public static ModelHash of(String hash) {
        FutureTask<String> task = new FutureTask<>(() -> hash);
        task.run();
        return new ModelHash(task);
    }

    /**
     * Waits for it.
     *
     * @return 64 hexadecimal digits
     * @throws UserException if the file cannot be read
     */
    public String value() {
        try {
            return hash.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing a model", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UserException fault
                    ? fault
                    : new IllegalStateException("a model could not be hashed", e.getCause());
        }
    }
}
