package cadenza.cli;

import cadenza.api.UserException;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.host.Recipe;
import cadenza.host.inspection.Inspection;
import cadenza.host.inspection.TrackFacts;
import cadenza.host.music.Bars;
import cadenza.host.music.Counted;
import cadenza.host.music.GeneralMidi;
import cadenza.host.music.KeyName;
import cadenza.host.music.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code inspect} says of a file, above the piano roll. */
final class InspectionPage {
    private static final int MOST_CHANGES = 4;
    private static final int MOST_INSTRUMENTS = 12;
    private static final int LABEL_COLUMNS = 11;

    private final Inspection inspection;
    private final Score score;
    private final int columns;
    private final boolean ascii;
    private final StringBuilder page = new StringBuilder();

    /**
     * @param columns the widest that a line should be; tables can be wider
     * @param ascii whether to do without other characters
     */
    InspectionPage(Inspection inspection, int columns, boolean ascii) {
        this.inspection = inspection;
        this.score = inspection.score();
        this.columns = columns;
        this.ascii = ascii;
    }

    /** Lines without trailing blanks, each ended by a line feed. */
    @Override
    public String toString() {
        page.setLength(0);
        page.append(shown(PrintableText.of(score.title()))).append('\n');
        line("file", file());
        line("length", length());
        line("tempo", tempo());
        line("meter", meter());
        inspection.pickup().ifPresent(ticks -> line("pickup", pickup(ticks)));
        line("key", key());
        line("notes", notes());
        inspection.reading().text().ifPresent(recipe -> line("recipe", recipe(recipe)));
        line("left out", counted(inspection.reading().leftOut()));
        if (!inspection.reading().mended().isEmpty()) {
            line("mended", counted(inspection.reading().mended()));
        }
        page.append('\n').append(shown(new TrackTable(inspection.tracks()).toString()));
        percussion();
        voiceLeading();
        return page.toString();
    }

    /** A label, and what it says, in as many lines as that takes. */
    private void line(String label, String text) {
        StringBuilder line = new StringBuilder("  " + label);
        line.append(" ".repeat(LABEL_COLUMNS + 2 - line.length()));
        for (String word : shown(text).split(" ")) {
            if (line.length() + word.length() > columns && line.length() > LABEL_COLUMNS + 2) {
                page.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(LABEL_COLUMNS + 2));
            }
            line.append(word).append(' ');
        }
        page.append(line.toString().stripTrailing()).append('\n');
    }

    private String shown(String text) {
        return ascii ? text.replaceAll("[^\\x00-\\x7F]", "?") : text;
    }

    private String file() {
        int tracks = inspection.reading().fileTracks();
        return "MIDI type " + inspection.reading().type() + ", "
                + inspection.reading().timebase() + ", " + tracks + (tracks == 1 ? " track" : " tracks");
    }

    private String length() {
        long seconds = Math.round(inspection.seconds());
        String time = seconds < 60
                ? String.format(Locale.ROOT, "%.1f seconds", inspection.seconds())
                : String.format(Locale.ROOT, "%d:%02d minutes", seconds / 60, seconds % 60);
        String silent =
                inspection.silentBars() == 0 ? "" : " (the last " + inspection.silentBars() + " without a note)";
        return inspection.bars() + (inspection.bars() == 1 ? " bar" : " bars") + silent + ", "
                + decimal(inspection.quarters()) + " quarters, " + time;
    }

    private String tempo() {
        List<TempoChange> tempos = score.tempos();
        if (tempos.size() > MOST_CHANGES) {
            double slowest = tempos.stream()
                    .mapToDouble(TempoChange::beatsPerMinute)
                    .min()
                    .orElseThrow();
            double fastest = tempos.stream()
                    .mapToDouble(TempoChange::beatsPerMinute)
                    .max()
                    .orElseThrow();
            return decimal(tempos.get(0).beatsPerMinute()) + " quarters a minute at first; " + tempos.size()
                    + " tempos, " + decimal(slowest) + " to " + decimal(fastest);
        }
        return tempos.stream()
                .map(tempo -> decimal(tempo.beatsPerMinute())
                        + (tempo.tick() == 0 ? " quarters a minute" : from(tempo.tick())))
                .collect(Collectors.joining(", "));
    }

    private String meter() {
        List<MeterChange> meters = score.meters();
        String first = meters.stream()
                .limit(MOST_CHANGES)
                .map(meter -> meter.meter() + from(meter.tick()))
                .collect(Collectors.joining(", "));
        int more = meters.size() - MOST_CHANGES;
        return more > 0 ? first + " and " + more + " more changes" : first;
    }

    private String from(long tick) {
        return tick == 0 ? "" : " from bar " + new Bars(score).number(tick);
    }

    private String key() {
        String ofFile = score.key().map(key -> KeyName.of(key) + " in the file").orElse("none in the file");
        return inspection
                .estimate()
                .map(fit -> ofFile
                        + String.format(
                                Locale.ROOT,
                                "; %s by its notes (correlation %.2f%s)",
                                KeyName.of(fit.key()),
                                fit.correlation(),
                                fit.clear() ? "" : ", not clear"))
                .orElse(ofFile);
    }

    private String notes() {
        int pitched = inspection.tracks().stream()
                .filter(track -> !track.track().percussion())
                .mapToInt(track -> track.track().notes().size())
                .sum();
        int strokes = score.noteCount() - pitched;
        List<String> parts = new ArrayList<>();
        inspection
                .range()
                .ifPresent(range -> parts.add(pitched + (pitched == 1 ? " note, " : " notes, ") + range + ", at most "
                        + inspection.polyphony() + " at once"));
        if (strokes > 0) {
            parts.add(strokes + (strokes == 1 ? " stroke" : " strokes") + " of percussion");
        }
        return String.join("; ", parts);
    }

    private static String recipe(String json) {
        try {
            Recipe recipe = Recipe.parse(json, "the file");
            return "made by Cadenza: model " + PrintableText.of(recipe.model()) + " of "
                    + PrintableText.of(recipe.generator()) + " " + PrintableText.of(recipe.generatorVersion())
                    + ", seed " + recipe.request().seed();
        } catch (UserException e) {
            return PrintableText.of(e.getMessage());
        }
    }

    private static String counted(List<Counted> counted) {
        return counted.isEmpty()
                ? "nothing"
                : counted.stream().map(Counted::toString).collect(Collectors.joining(", "));
    }

    /** Which instruments the percussion plays, the busiest first. */
    private void percussion() {
        for (int i = 0; i < inspection.tracks().size(); i++) {
            TrackFacts track = inspection.tracks().get(i);
            if (track.track().percussion()) {
                String strokes = track.strokes().entrySet().stream()
                        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                        .limit(MOST_INSTRUMENTS)
                        .map(entry -> GeneralMidi.percussion(entry.getKey()).orElse("key " + entry.getKey()) + " "
                                + entry.getValue())
                        .collect(Collectors.joining(", "));
                int more = track.strokes().size() - MOST_INSTRUMENTS;
                line("strokes", "track " + (i + 1) + ": " + strokes + (more > 0 ? " and " + more + " more" : ""));
            }
        }
    }

    /** A paragraph of its own, where there is something to say. */
    private void voiceLeading() {
        Map<String, String> lines = new VoiceLeadingLines(inspection).all();
        if (!lines.isEmpty()) {
            page.append('\n');
            lines.forEach(this::line);
        }
    }

    private static String pickup(long ticks) {
        return decimal((double) ticks / Score.TICKS_PER_QUARTER)
                + (ticks == Score.TICKS_PER_QUARTER ? " quarter" : " quarters") + " before the first full bar";
    }

    /** To a hundredth at most, without trailing zeros. */
    private static String decimal(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
