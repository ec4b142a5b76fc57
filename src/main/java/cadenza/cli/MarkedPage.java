package cadenza.cli;

import cadenza.host.novelty.CopiedPassages;
import cadenza.host.novelty.TextFingerprint;
import java.util.function.Consumer;

/** Underlines what of a text is copied, on its way to a terminal. */
final class MarkedPage implements Consumer<String> {
    // ECMA-48, Select Graphic Rendition: underlined, not underlined.
    private static final String ON = "\u001b[4m";
    private static final String OFF = "\u001b[24m";

    private final CopiedPassages passages;
    private final String prime;
    private boolean begun;

    /** @param prime with which the text begins, in a piece of its own; never underlined */
    MarkedPage(TextFingerprint training, String prime, Consumer<String> page) {
        this.prime = prime;
        passages = new CopiedPassages(training, (text, copied) -> page.accept(copied ? ON + text + OFF : text));
    }

    @Override
    public void accept(String text) {
        if (!begun && text.equals(prime)) {
            begun = true;
            passages.acceptGiven(text);
            return;
        }
        begun = true;
        passages.accept(text);
    }

    /** Ends the text: shows what was held back. */
    void finish() {
        passages.finish();
    }
}
