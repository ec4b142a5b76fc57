package cadenza.host.picture;

import cadenza.api.document.Score;
import cadenza.host.music.KeyName;
import cadenza.host.music.PrintableText;
import cadenza.host.picture.Canvas.Anchor;
import cadenza.host.picture.Canvas.Font;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of a score's piano roll, on white: bars in systems one below the other, pitch from bottom to top beside a
 * keyboard, each track in a colour of its own, paler where it is soft; percussion in a strip of its own. A very long piece
 * is cut, and says so. Immutable.
 */
public final class PianoRollPicture {
    private static final Font TITLE = new Font(16, true);
    private static final Font FACTS = new Font(11, false);
    private static final int LONGEST_TITLE = 60;
    private static final double HEADER_HEIGHT = 50;
    private static final double GAP_BETWEEN_STRIPS = 6;

    private final Score score;
    private final List<Strip> strips = new ArrayList<>();
    private final BarNumbers barNumbers;
    private final PictureLayout layout;
    private final Legend legend;

    /** @throws IllegalArgumentException if the score has no notes */
    public PianoRollPicture(Score score) {
        if (score.noteCount() == 0) {
            throw new IllegalArgumentException("'" + score.title() + "' has no notes");
        }
        this.score = score;
        this.barNumbers = new BarNumbers(score);
        List<ColouredNote> pitched = ColouredNote.of(score, false);
        if (!pitched.isEmpty()) {
            strips.add(new PitchStrip(pitched));
        }
        List<ColouredNote> percussion = ColouredNote.of(score, true);
        if (!percussion.isEmpty()) {
            strips.add(new PercussionStrip(percussion));
        }
        double labels = strips.stream().mapToDouble(Strip::labelWidth).max().orElseThrow();
        double height = strips.stream().mapToDouble(Strip::height).sum() + GAP_BETWEEN_STRIPS * (strips.size() - 1);
        layout = PictureLayout.of(score, labels, height);
        legend = new Legend(score, layout.width() - 2 * PictureLayout.MARGIN);
    }

    /** The picture as SVG, in UTF-8; the same score gives the same bytes on every machine. */
    public byte[] svg() {
        SvgCanvas canvas = new SvgCanvas(layout.width(), height());
        paint(canvas);
        return canvas.bytes();
    }

    /**
     * The picture as PNG. Its letters and its compression are the machine's own.
     *
     * @throws cadenza.api.UserException if this Java has no fonts
     */
    public byte[] png() {
        ImageCanvas canvas = new ImageCanvas(layout.width(), height());
        paint(canvas);
        return canvas.bytes();
    }

    private int height() {
        return (int) Math.ceil(HEADER_HEIGHT + legend.height() + layout.systemsHeight() + PictureLayout.MARGIN);
    }

    private void paint(Canvas canvas) {
        canvas.rectangle(0, 0, layout.width(), height(), Palette.PAPER);
        double x = PictureLayout.MARGIN;
        canvas.text(PrintableText.of(score.title(), LONGEST_TITLE), x, 26, Anchor.START, TITLE, Palette.INK);
        canvas.text(facts(), x, 43, Anchor.START, FACTS, Palette.PALE_INK);
        legend.paint(canvas, x, HEADER_HEIGHT);
        double top = HEADER_HEIGHT + legend.height() + GAP_BETWEEN_STRIPS;
        for (RollSystem system : layout.systems()) {
            paint(canvas, system, top);
            top += layout.systemHeight() + PictureLayout.GAP_BETWEEN_SYSTEMS;
        }
    }

    private void paint(Canvas canvas, RollSystem system, double top) {
        barNumbers.paintNumbers(canvas, system, top);
        double stripTop = top + BarNumbers.HEIGHT;
        for (Strip strip : strips) {
            strip.paintRows(canvas, system, stripTop);
            barNumbers.paintLines(canvas, system, stripTop, strip.height());
            strip.paintNotes(canvas, system, stripTop);
            stripTop += strip.height() + GAP_BETWEEN_STRIPS;
        }
    }

    private String facts() {
        List<String> facts = new ArrayList<>();
        facts.add(bars());
        if (score.meters().size() == 1) {
            facts.add(score.meters().get(0).meter().toString());
        }
        double tempo = score.tempos().get(0).beatsPerMinute();
        long rounded = Math.round(tempo);
        facts.add((score.tempos().size() > 1 ? "from " : "") + rounded + " quarters a minute");
        score.key().map(KeyName::of).ifPresent(facts::add);
        facts.add(count(score.noteCount(), "note"));
        return String.join(", ", facts);
    }

    private String bars() {
        long silent = layout.silentBars();
        if (layout.barsShown() + silent < layout.bars()) {
            return "bars 1 to " + layout.barsShown() + " of " + layout.bars();
        }
        return count(layout.bars(), "bar") + (silent == 0 ? "" : " (the last " + silent + " without a note)");
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
