package cadenza.cli;

import cadenza.host.measure.MeasureReport;
import cadenza.host.measure.MeasureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A {@link MeasureReport} as lines of text; a dash where there was nothing to measure. */
final class MeasureTable {
    private static final String LINE = "%-42s %14s %14s";

    private final String title;

    /** @param title of the samples: the model's name */
    MeasureTable(String title) {
        this.title = title;
    }

    List<String> lines(MeasureReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, LINE, "measure", title, "reference"));
        lines.add(String.format(Locale.ROOT, LINE, "pieces", report.samples(), report.reference()));
        for (MeasureRow row : report.rows()) {
            lines.add(String.format(Locale.ROOT, LINE, row.label(), cell(row.samples()), cell(row.reference())));
        }
        return lines;
    }

    private static String cell(OptionalDouble figure) {
        if (figure.isEmpty()) {
            return "-";
        }
        double value = figure.getAsDouble();
        // Four digits for what is rare, fewer for lengths.
        return String.format(Locale.ROOT, Math.abs(value) < 1.5 ? "%.4f" : "%.2f", value);
    }
}
