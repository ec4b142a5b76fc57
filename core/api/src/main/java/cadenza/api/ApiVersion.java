package cadenza.api;

/** The semantic version of this contract, which a plugin's {@code Plugin-Requires} is checked against. */
public final class ApiVersion {
    /** The version of the contract in this build. */
    public static final String CURRENT = "0.1.0";

    private ApiVersion() {}
}
