package cadenza.host.writing;

import java.util.ArrayList;
import java.util.List;

/** Makes the end that an {@link Extent} asks for. */
final class TextEnds {
    private TextEnds() {}

    static TextEnd of(Extent extent, String prime) {
        int last = prime.isEmpty() ? WordCharacters.NONE : prime.codePointBefore(prime.length());
        List<TextEnd> lengths = new ArrayList<>();
        lengths.add(new CharacterCount(extent.characters(), 0));
        extent.words().ifPresent(most -> lengths.add(WordCount.of(most, last)));
        extent.lines().ifPresent(most -> lengths.add(new LineCount(most, 0, 0)));
        extent.paragraphs().ifPresent(most -> lengths.add(ParagraphCount.of(most)));
        TextEnd length = EarliestEnd.of(lengths);
        List<TextEnd> ends = new ArrayList<>();
        ends.add(
                extent.sentenceEnd().isPresent()
                        ? SentenceEnd.after(length, extent.sentenceEnd().getAsInt(), prime)
                        : length);
        if (!extent.stops().isEmpty()) {
            ends.add(StopString.of(extent.stops()));
        }
        return EarliestEnd.of(ends);
    }
}
