package cadenza.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whether Ctrl-C was pressed. The process then ends only once this is closed, so that what was made so far can be kept.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {
    private static final long KEEPING_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interrupted");
    private volatile boolean interrupted;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupt() {
        interrupted = true;
        try {
            ended.await(KEEPING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean getAsBoolean() {
        return interrupted;
    }

    @Override
    public void close() {
        ended.countDown();
        if (interrupted) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It came just now; its hook finds that all is done.
            interrupted = true;
        }
    }
}
