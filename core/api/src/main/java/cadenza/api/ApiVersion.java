package cadenza.api;

/**
 * The semantic version of this contract, which a plugin's {@code Plugin-Requires} is checked against. It is not that of
 * Cadenza: it grows where this package does, by its first number where a plugin must be changed for it (before 1.0.0 by
 * its second).
 */
public final class ApiVersion {
    /** The version of the contract in this build. */
    public static final String CURRENT = "0.1.0";

    private ApiVersion() {}
}
