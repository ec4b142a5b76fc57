package cadenza.host;

import cadenza.host.models.ModelFingerprint;
import cadenza.host.novelty.RunFinder;
import cadenza.host.novelty.TextFingerprint;
import cadenza.host.novelty.TextNovelty;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds a text against what its model was trained on, as it is written. Takes the same memory for any text, and does not
 * keep the writing waiting for the fingerprint, which is read beside it. For one text and one thread.
 */
public final class CopyCount implements Consumer<String> {
    /** What is kept of a text at most while the fingerprint is read. */
    private static final int MOST_WAITING = 1 << 16;

    private final ModelFingerprint fingerprint;
    private final String prime;
    private final StringBuilder waiting = new StringBuilder();
    private int given; // characters (chars) of the prime that are still to come
    private boolean begun;
    private Optional<RunFinder> finder = Optional.empty();

    /** @param prime with which the text begins: what lies in it was not copied by the model */
    public CopyCount(OpenedModel opened, String prime) {
        this(opened.fileFingerprint(), prime);
    }

    CopyCount(ModelFingerprint fingerprint, String prime) {
        this.fingerprint = fingerprint;
        this.prime = prime;
        given = prime.length();
    }

    /** Goes on. @param text whole code points, the prime first */
    @Override
    public void accept(String text) {
        int skipped = Math.min(given, text.length());
        given -= skipped;
        String written = text.substring(skipped);
        if (begun) {
            finder.ifPresent(runs -> runs.accept(written));
            return;
        }
        waiting.append(written);
        if (fingerprint.isRead() || waiting.length() > MOST_WAITING) {
            begin();
        }
    }

    private void begin() {
        begun = true;
        finder = fingerprint
                .value()
                .filter(TextFingerprint.class::isInstance)
                .map(training -> new RunFinder((TextFingerprint) training));
        finder.ifPresent(runs -> {
            runs.acceptGiven(prime);
            runs.accept(waiting.toString());
        });
        waiting.setLength(0);
    }

    /**
     * Ends the text.
     *
     * @return what was found; empty if the model keeps no fingerprint of text
     * @throws cadenza.api.UserException if the fingerprint is damaged
     */
    public Optional<TextNovelty> finish() {
        if (!begun) {
            begin();
        }
        return finder.map(RunFinder::finish);
    }
}
