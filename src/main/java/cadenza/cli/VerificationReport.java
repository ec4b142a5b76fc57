package cadenza.cli;

import cadenza.host.verification.CheckResult;
import cadenza.host.verification.CheckResult.Outcome;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Promises of a plugin line by line, as they are asked, under the subjects that they are about. */
final class VerificationReport implements Consumer<CheckResult> {
    private final Terminal terminal;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private String subject = "";

    VerificationReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(CheckResult result) {
        counts.merge(result.outcome(), 1, Integer::sum);
        if (!result.subject().equals(subject)) {
            subject = result.subject();
            terminal.out().println(subject);
        }
        terminal.out().println("  " + mark(result.outcome()) + " " + result.promise());
        if (!result.reason().isEmpty()) {
            terminal.out().println("         " + result.reason());
        }
        terminal.out().flush();
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case KEPT -> "kept  ";
            case BROKEN -> "BROKEN";
            case NOT_ASKED -> "-     ";
        };
    }

    /** Says what it came to. */
    void end(Path file) {
        terminal.out()
                .println(file.getFileName() + ": " + count(Outcome.KEPT) + " promises kept, " + count(Outcome.BROKEN)
                        + " broken, " + count(Outcome.NOT_ASKED) + " not asked");
    }

    boolean has(Outcome outcome) {
        return count(outcome) > 0;
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
