package cadenza.cli;

import cadenza.host.Request;
import cadenza.host.RewrittenClip;
import cadenza.host.rewriting.BarRange;
import cadenza.host.rewriting.RewritingTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The line that says what was redone, and the name of the file where none is given. */
final class RewrittenLine {
    private RewrittenLine() {}

    static String of(Path file, RewrittenClip clip, String model) {
        Request.Rewrite request = (Request.Rewrite) clip.recipe().request();
        return file + ": " + redone(request.task()) + ", " + notes(clip.out()) + " out, " + clip.in() + " in; model "
                + model + ", seed " + request.seed();
    }

    private static String redone(RewritingTask task) {
        if (task instanceof RewritingTask.Fill fill) {
            return named(fill.bars()) + of(fill.voices()) + " redone";
        }
        if (task instanceof RewritingTask.Vary vary) {
            double percent = 100 * vary.amount();
            return String.format(Locale.ROOT, percent < 1 ? "%.2g %%" : "%.0f %%", percent)
                    + vary.bars().map(bars -> " of " + named(bars)).orElse(" of the music") + of(vary.voices())
                    + " redone";
        }
        return "voices added";
    }

    private static String named(BarRange bars) {
        return (bars.first() == bars.last() ? "bar " : "bars ") + bars;
    }

    private static String of(List<String> voices) {
        List<String> named = voices.stream()
                .map(voice -> voice.matches("[0-9]+") ? "voice " + voice : voice)
                .toList();
        return named.isEmpty() ? "" : " of " + String.join(", ", named);
    }

    private static String notes(int count) {
        return count + (count == 1 ? " note" : " notes");
    }

    /** {@code song-fill-42.mid} for {@code song.mid}. */
    static String fileName(Request.Rewrite request) {
        String name = request.source().name();
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "-" + request.task().name() + "-" + request.seed() + ".mid";
    }
}
