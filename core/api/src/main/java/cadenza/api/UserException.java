package cadenza.api;

import java.util.Optional;

/**
 * Something the user can put right: a bad file, an option out of range, a corpus that is too short. The message is one
 * line that says what was given, where, what is allowed and what to do; the host prints it as it is and exits with 2.
 */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String hint;

    public UserException(String message) {
        this(message, null, null);
    }

    public UserException(String message, Throwable cause) {
        this(message, null, cause);
    }

    /**
     * @param hint a second line, such as the nearest name that exists; null for none
     * @param cause what lies beneath, shown only on request; null for none
     */
    public UserException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** The second line, where there is one. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
