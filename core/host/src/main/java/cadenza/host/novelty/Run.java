package cadenza.host.novelty;

import cadenza.api.document.Score;
import cadenza.host.music.Bars;
import cadenza.host.music.PrintableText;

/**
 * Onsets of a track in a row; a chord is one onset.
 *
 * @param track place of the track in the score, from 0
 * @param tick where the first begins
 * @param last where the last begins, in ticks
 * @param length how many onsets
 */
public record Run(int track, long tick, long last, int length) {
    /** The number of the bar in which it begins. */
    public int bar(Score score) {
        return Math.toIntExact(new Bars(score).number(tick));
    }

    /** Where it is, for reading: {@code track 2 'Alto', bars 3-5}. */
    public String place(Score score) {
        Bars bars = new Bars(score);
        long from = bars.number(tick);
        long to = bars.number(last);
        String name = PrintableText.of(score.tracks().get(track).name());
        return "track " + (track + 1) + (name.isBlank() ? "" : " '" + name + "'") + ", bar" + (from == to ? " " : "s ")
                + from + (from == to ? "" : "-" + to);
    }
}
