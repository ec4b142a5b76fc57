package cadenza.testkit;

/** Thrown by a check that does not concern the plugin at hand, or cannot be made where it runs. */
final class NotAsked extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAsked(String reason) {
        super(reason);
    }
}
