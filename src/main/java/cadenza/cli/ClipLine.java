package cadenza.cli;

import cadenza.api.document.Meter;
import cadenza.host.Clip;
import cadenza.host.music.Bars;
import java.nio.file.Path;
import java.util.Locale;

/** The line that says what a clip is. */
final class ClipLine {
    private ClipLine() {}

    static String of(Path file, Clip clip, String model) {
        Meter meter = clip.score().meters().get(0).meter();
        double tempo = clip.score().tempos().get(0).beatsPerMinute();
        long bars = new Bars(clip.score()).count();
        return String.format(
                Locale.ROOT,
                "%s: %d %s of %s at %s, %d notes in %d tracks; model %s, seed %d",
                file,
                bars,
                bars == 1 ? "bar" : "bars",
                meter,
                tempo == Math.rint(tempo) ? String.valueOf((long) tempo) : String.valueOf(tempo),
                clip.score().noteCount(),
                clip.score().tracks().size(),
                model,
                clip.recipe().request().seed());
    }
}
