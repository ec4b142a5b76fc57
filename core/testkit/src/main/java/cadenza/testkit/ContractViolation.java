package cadenza.testkit;

/** A promise that a plugin does not keep. The message is one line: what it gave, and what the host relies on. */
final class ContractViolation extends AssertionError {
    private static final long serialVersionUID = 1;

    ContractViolation(String message) {
        super(message);
    }

    /** @throws ContractViolation if it is not so */
    static void unless(boolean kept, String format, Object... details) {
        if (!kept) {
            throw new ContractViolation(String.format(format, details));
        }
    }
}
