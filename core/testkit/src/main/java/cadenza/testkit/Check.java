package cadenza.testkit;

import cadenza.host.verification.CheckResult;
import cadenza.host.verification.CheckResult.Outcome;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One promise, and how a plugin is asked for it.
 *
 * @param promise a sentence without a full stop
 */
record Check(String promise, Body body) {
    /** Long enough for a training on a busy machine, short enough to wait for. */
    private static final long MOST_SECONDS = 300;

    /** Asks; ends without a word if the promise is kept. */
    interface Body {
        /**
         * @throws ContractViolation if the promise is broken; so it is by whatever else the plugin throws
         * @throws NotAsked if it is not for this plugin, or not to be asked here
         */
        void run() throws Exception;
    }

    /** What came of it, and the fault behind it, null if there is none. */
    record Answer(CheckResult result, Throwable fault) {}

    /**
     * Asks, in a thread of its own, which is left to itself where it does not come to an end.
     *
     * @param classLoader the plugin's
     */
    Answer ask(String subject, ClassLoader classLoader) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                body.run();
            } catch (Throwable e) { // whatever a plugin throws, StackOverflowError too, is its answer
                thrown.set(e);
            }
        });
        thread.setName("checking: " + promise);
        thread.setDaemon(true);
        thread.setContextClassLoader(classLoader);
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
        Throwable fault = thread.isAlive()
                ? new ContractViolation("it did not come to an end within " + MOST_SECONDS + " seconds")
                : thrown.get();
        return new Answer(new CheckResult(subject, promise, outcome(fault), reason(fault)), fault);
    }

    private static Outcome outcome(Throwable fault) {
        if (fault == null) {
            return Outcome.KEPT;
        }
        return fault instanceof NotAsked ? Outcome.NOT_ASKED : Outcome.BROKEN;
    }

    private static String reason(Throwable fault) {
        if (fault == null) {
            return "";
        }
        boolean told = fault instanceof ContractViolation || fault instanceof NotAsked;
        String reason = told ? fault.getMessage() : "it threw " + fault + place(fault);
        return reason.replaceAll("\\s*\\R\\s*", " ");
    }

    private static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
