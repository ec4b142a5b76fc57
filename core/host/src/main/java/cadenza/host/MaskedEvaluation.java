package cadenza.host;

import cadenza.api.Settings;
import cadenza.api.document.Medium;
import cadenza.host.rewriting.MaskedAccuracy;

/**
 * How well a model predicts masked places of documents, each from all others.
 *
 * @param documents that were measured
 * @param accuracy of all of them together; at least one place was measured
 */
public record MaskedEvaluation(Medium medium, long documents, MaskedAccuracy accuracy) {
    /** Places measured of one document, at most. */
    public static final int MOST_PLACES = 200;

    /**
     * The figures of {@code cadenza evaluate --json}: nats and accuracy a masked place; of music, accuracy of the places
     * where a note begins too, left out where there are none.
     */
    public Settings toSettings() {
        Settings settings = Settings.empty()
                .with("documents", documents)
                .with("places", accuracy.places())
                .with("masked", accuracy.measured())
                .with("nllPerPlace", accuracy.nats() / accuracy.measured())
                .with("accuracy", (double) accuracy.hits() / accuracy.measured());
        return medium == Medium.TEXT || accuracy.onsets() == 0
                ? settings
                : settings.with("onsets", accuracy.onsets())
                        .with("onsetAccuracy", (double) accuracy.onsetHits() / accuracy.onsets());
    }

    /** What was measured, as a person reads it. */
    public String method() {
        return "masked " + accuracy.measured() + " of " + accuracy.places() + " places, one at a time, at most "
                + MOST_PLACES + " a document, by a fixed stride";
    }
}
