package cadenza.api.document;

import java.util.Locale;

/** What a document is. */
public enum Medium {
    TEXT,
    MUSIC;

    /** The medium in lower case, as users see it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
