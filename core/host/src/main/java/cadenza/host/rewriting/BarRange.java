package cadenza.host.rewriting;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.host.music.Bar;
import cadenza.host.music.Bars;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bars of a piece, by their numbers.
 *
 * @param first from 1
 * @param last no less than the first
 */
public record BarRange(int first, int last) {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})(?:\\s*-\\s*([0-9]{1,6}))?");

    /** @throws UserException if these are no bars */
    public BarRange {
        if (first < 1 || last < first) {
            throw new UserException("--bars " + (first == last ? String.valueOf(first) : first + "-" + last)
                    + " are no bars: the first is 1, and the last comes no sooner than the first");
        }
    }

    /** Reads {@code 3-4}, or {@code 3} for one bar. @throws UserException if it is neither */
    public static BarRange parse(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            throw new UserException("--bars '" + text + "' is no range of bars; give numbers such as 3-4, or 3");
        }
        int first = Integer.parseInt(range.group(1));
        return new BarRange(first, range.group(2) == null ? first : Integer.parseInt(range.group(2)));
    }

    /** Where it begins in a score, in ticks. @throws UserException if the score has no such bars */
    public long from(Score score) {
        return bars(score).get(first - 1).from();
    }

    /** The tick behind its end. @throws UserException if the score has no such bars */
    public long until(Score score) {
        return bars(score).get(last - 1).until();
    }

    private List<Bar> bars(Score score) {
        List<Bar> bars = new Bars(score).all();
        if (last > bars.size()) {
            throw new UserException("--bars " + this + " is beyond the end of '" + score.title() + "', which has "
                    + bars.size() + (bars.size() == 1 ? " bar" : " bars"));
        }
        return bars;
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
