package cadenza.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Comparisons as lines of text: the first column of rates alone, each further one with how many times faster the first
 * was; the bound of reading with how much of it was reached.
 */
public final class ComparisonTable {
    private static final String FRONT = "%-18s %5s %7s";
    private static final String FIRST = " %12s";
    private static final String FURTHER = "  %22s";

    private final List<String> names;
    private final Map<String, String> absent;

    /**
     * @param names the contestants, the one that the others are compared with first
     * @param absent what is said in place of a rate, by name; a dash where nothing is
     */
    ComparisonTable(List<String> names, Map<String, String> absent) {
        this.names = List.copyOf(names);
        this.absent = Map.copyOf(absent);
    }

    /** The line above. @param what is measured: "sampling" */
    public String head(String what) {
        StringBuilder line = new StringBuilder(FRONT.formatted(what + ", tokens/s", "lanes", "threads"));
        names.forEach(name -> line.append(column(name).formatted(name)));
        return line.append("  rounds").toString();
    }

    public String row(Comparison comparison) {
        StringBuilder line =
                new StringBuilder(FRONT.formatted(comparison.size(), comparison.lanes(), comparison.threads()));
        for (String name : names) {
            line.append(column(name)
                    .formatted(comparison.rate(name).map(this::cell).orElse(absent.getOrDefault(name, "-"))));
        }
        return line.append("  ").append(rounds(comparison.outcome())).toString();
    }

    private String column(String name) {
        return names.indexOf(name) == 0 ? FIRST : FURTHER;
    }

    private String cell(Rate rate) {
        String figure = String.format(Locale.ROOT, "%,.0f", rate.tokensPerSecond());
        if (names.indexOf(rate.name()) == 0) {
            return figure;
        }
        return rate.name().equals(Bench.READING)
                ? String.format(Locale.ROOT, "%s (%.0f %%)", figure, 100 * rate.ratio())
                : String.format(Locale.ROOT, "%s (%.2fx)", figure, rate.ratio());
    }

    private static String rounds(AlternatingWindows.Outcome outcome) {
        int all = outcome.kept() + outcome.dropped();
        return outcome.kept() == 0 ? "none of " + all + " quiet, all taken" : outcome.kept() + " of " + all;
    }
}
