package cadenza.host.verification;

/**
 * What came of asking a plugin for one promise.
 *
 * @param subject what the promise is about, in a word or two: "training"
 * @param promise as a sentence without a full stop: "the same seed gives the same tokens"
 * @param outcome what came of it
 * @param reason why it is broken or was not asked, in one line; empty if it is kept
 */
public record CheckResult(String subject, String promise, Outcome outcome, String reason) {
    /** What can come of it. */
    public enum Outcome {
        /** The plugin does as it should. */
        KEPT,
        /** It does not. */
        BROKEN,
        /** It could not be asked, or does not concern this plugin. */
        NOT_ASKED
    }
}
