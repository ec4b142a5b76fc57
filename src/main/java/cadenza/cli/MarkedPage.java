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
    private final StringBuilder prime = new StringBuilder(); // as much of it as has come
    private int given; // characters (chars) of the prime that are still to come

    /** @param begin the prime, with which the text begins; never underlined */
    MarkedPage(TextFingerprint training, String begin, Consumer<String> page) {
        given = begin.length();
        passages = new CopiedPassages(training, (text, copied) -> page.accept(copied ? ON + text + OFF : text));
    }

    @Override
    public void accept(String text) {
        int skipped = Math.min(given, text.length());
        if (skipped > 0) {
            given -= skipped;
            prime.append(text, 0, skipped);
            if (given == 0) {
                passages.acceptGiven(prime.toString());
            }
        }
        passages.accept(text.substring(skipped));
    }

    /** Ends the text: shows what was held back. */
    void finish() {
        passages.finish();
    }
}
