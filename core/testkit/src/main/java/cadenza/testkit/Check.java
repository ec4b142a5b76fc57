package cadenza.testkit;

import cadenza.host.verification.CheckResult;
import cadenza.host.verification.CheckResult.Outcome;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One promise, and how a plugin is asked for it.
 *
 * @param promise a sentence without a full stop
 */
record Check(String promise, Body body) {
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
     * Asks, in a thread of its own. One that does not come to an end is left to itself; it may hold what others wait for,
     * so the specimen is asked nothing more.
     */
    Answer ask(String subject, Specimen specimen) throws InterruptedException {
        Throwable fault = specimen.hung() ? new NotAsked("an earlier check did not come to an end") : thrown(specimen);
        return new Answer(new CheckResult(subject, promise, outcome(fault), reason(fault)), fault);
    }

    private Throwable thrown(Specimen specimen) throws InterruptedException {
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
        thread.setContextClassLoader(specimen.generator().getClass().getClassLoader());
        thread.start();
        thread.join(specimen.deadline().toMillis());
        if (thread.isAlive()) {
            specimen.hang();
            return new ContractViolation(
                    "it did not come to an end within " + specimen.deadline().toSeconds() + " seconds");
        }
        return thrown.get();
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
