package cadenza.host.picture;

import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.music.GeneralMidi;
import cadenza.host.music.PrintableText;
import cadenza.host.picture.Canvas.Anchor;
import cadenza.host.picture.Canvas.Font;
import java.util.ArrayList;
import java.util.List;

/** Which colour is which track, in as many lines as that takes. */
final class Legend {
    private static final Font NAME = new Font(11, false);
    private static final int LONGEST_NAME = 40;
    private static final double LINE_HEIGHT = 17;
    private static final double SWATCH = 10;
    private static final double GAP = 16;

    private final List<Entry> entries = new ArrayList<>();
    private final int lines;

    private record Entry(String name, int colour, double x, int line) {}

    /** @param width of a line, in pixels */
    Legend(Score score, double width) {
        double x = 0;
        int line = 0;
        for (int track = 0; track < score.tracks().size(); track++) {
            String name = name(score.tracks().get(track));
            double length = SWATCH + 5 + NAME.width(name);
            if (x > 0 && x + length > width) {
                x = 0;
                line++;
            }
            entries.add(new Entry(name, Palette.track(track), x, line));
            x += length + GAP;
        }
        lines = line + 1;
    }

    private static String name(Track track) {
        String name = PrintableText.of(track.name(), LONGEST_NAME);
        String instrument = track.percussion() ? "Percussion" : GeneralMidi.name(track.program());
        return name.isEmpty() || name.equals(instrument) ? instrument : name + " (" + instrument + ")";
    }

    double height() {
        return lines * LINE_HEIGHT;
    }

    void paint(Canvas canvas, double left, double top) {
        for (Entry entry : entries) {
            double x = left + entry.x;
            double baseline = top + entry.line * LINE_HEIGHT + 11;
            canvas.rectangle(x, baseline - SWATCH + 1, SWATCH, SWATCH, entry.colour);
            canvas.text(entry.name, x + SWATCH + 5, baseline, Anchor.START, NAME, Palette.INK);
        }
    }
}
