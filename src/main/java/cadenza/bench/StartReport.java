package cadenza.bench;

import cadenza.api.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How quickly commands start and end, and what long texts take. */
public record StartReport(List<StartTime> starts, List<LongText> longTexts) {
    private static final double MEBI = 1024.0 * 1024;

    public StartReport {
        starts = List.copyOf(starts);
        longTexts = List.copyOf(longTexts);
    }

    /** As lines of text. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-24s %9s %9s %9s", "whole process, seconds", "median", "fastest", "slowest"));
        for (StartTime start : starts) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-24s %9.3f %9.3f %9.3f",
                    start.command(),
                    start.seconds(),
                    start.fastest(),
                    start.slowest()));
        }
        lines.add("");
        lines.add(String.format("%-24s %9s %19s", "long texts", "seconds", "most memory, MiB"));
        for (LongText text : longTexts) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-24s %9.1f %19s",
                    "write --length " + text.characters(),
                    text.run().seconds(),
                    memory(text.run())));
        }
        return lines;
    }

    private static String memory(ChildRun run) {
        return run.peakBytes().isPresent()
                ? String.format(Locale.ROOT, "%.0f", run.peakBytes().getAsLong() / MEBI)
                : "not told here";
    }

    public Settings toSettings() {
        return Settings.empty()
                .with("wholeProcess", starts.stream().map(StartTime::toSettings).toList())
                .with("longTexts", longTexts.stream().map(LongText::toSettings).toList());
    }
}
