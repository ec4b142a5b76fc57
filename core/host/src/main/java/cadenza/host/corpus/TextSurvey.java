package cadenza.host.corpus;

import cadenza.api.CodePointCodec;
import cadenza.api.Corpus;
import cadenza.api.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the texts of a corpus are like, before anything is learned from them.
 *
 * @param characters (code points) of all texts
 * @param alphabet of all texts
 * @param repetition in the texts to train on and, after them, those to validate on
 * @param longest the longest repeated passage, in words
 */
public record TextSurvey(long characters, Alphabet alphabet, Repetition repetition, Optional<Repeated> longest) {
    /**
     * A repeated passage, to be looked up.
     *
     * @param characters its length
     */
    public record Repeated(int characters, Line again, Line before) {}

    /** A line of a text, from 1. */
    public record Line(String title, long number) {}

    /** Surveys a corpus. @param heldBack whether each text to validate on is the end of the text to train on */
    public static TextSurvey of(Corpus corpus, boolean heldBack) {
        List<Text> texts = new ArrayList<>(Corpus.texts(corpus.training()));
        int training = texts.size();
        texts.addAll(Corpus.texts(corpus.validation()));
        Map<Integer, Long> counts = CodePointCodec.counts(texts);
        Repetition repetition = Repetition.of(texts);
        return new TextSurvey(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                Alphabet.of(counts),
                repetition,
                repetition.longest().map(passage -> {
                    String content = texts.get(passage.again().text()).content();
                    int from = passage.again().unit();
                    return new Repeated(
                            content.codePointCount(from, from + passage.units()),
                            line(texts, passage.again(), heldBack ? training : Integer.MAX_VALUE),
                            line(texts, passage.before(), heldBack ? training : Integer.MAX_VALUE));
                }));
    }

    /** @param training from this index on a text is the end of the one so many before it */
    private static Line line(List<Text> texts, Repetition.Place place, int training) {
        Text text = texts.get(place.text());
        long before = lineFeeds(text.content(), place.unit());
        if (place.text() >= training) {
            String beginning = texts.get(place.text() - training).content();
            before += lineFeeds(beginning, beginning.length());
        }
        return new Line(text.title(), before + 1);
    }

    private static long lineFeeds(String content, int end) {
        long lineFeeds = 0;
        for (int at = content.indexOf('\n'); at >= 0 && at < end; at = content.indexOf('\n', at + 1)) {
            lineFeeds++;
        }
        return lineFeeds;
    }
}
