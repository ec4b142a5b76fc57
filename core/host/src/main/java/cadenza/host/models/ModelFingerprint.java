package cadenza.host.models;

import cadenza.api.UserException;
import cadenza.host.novelty.Fingerprint;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * The fingerprint in a model's file, which is read beside other work: only what was generated is held against it. Safe
 * for use by several threads.
 */
public final class ModelFingerprint {
    /** Of a model that has no file. */
    public static final ModelFingerprint NONE = of(Optional.empty());

    private final Future<Optional<Fingerprint>> fingerprint;

    private ModelFingerprint(Future<Optional<Fingerprint>> fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Begins to read it. */
    public static ModelFingerprint begin(Path file) {
        FutureTask<Optional<Fingerprint>> task = new FutureTask<>(() -> ModelFile.fingerprint(file));
        Thread thread = new Thread(task, "model fingerprint");
        thread.setDaemon(true);
        thread.start();
        return new ModelFingerprint(task);
    }

    /** One that is known. */
    public static ModelFingerprint of(Optional<Fingerprint> fingerprint) {
        FutureTask<Optional<Fingerprint>> task = new FutureTask<>(() -> fingerprint);
        task.run();
        return new ModelFingerprint(task);
    }

    /** Whether {@link #value} gives it at once. */
    public boolean isRead() {
        return fingerprint.isDone();
    }

    /**
     * Waits for it.
     *
     * @return empty if the model keeps none
     * @throws UserException naming file and fault, if it cannot be read
     */
    public Optional<Fingerprint> value() {
        try {
            return fingerprint.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading a fingerprint", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UserException fault
                    ? fault
                    : new IllegalStateException("a fingerprint could not be read", e.getCause());
        }
    }
}
