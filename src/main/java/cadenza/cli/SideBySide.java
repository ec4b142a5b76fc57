package cadenza.cli;

import java.util.ArrayList;
import java.util.List;

/** Lays texts out in columns under headlines, or one after the other where the columns would be too narrow. */
final class SideBySide {
    private static final int NARROWEST = 24;
    private static final String BETWEEN = " | ";

    private final int columns;

    /** @param columns of the terminal */
    SideBySide(int columns) {
        this.columns = columns;
    }

    /** @param headlines one for each text */
    String of(List<String> headlines, List<String> texts) {
        int width = (columns - BETWEEN.length() * (texts.size() - 1)) / texts.size();
        StringBuilder page = new StringBuilder();
        if (width < NARROWEST) {
            for (int i = 0; i < texts.size(); i++) {
                page.append("-- ")
                        .append(headlines.get(i))
                        .append(" --\n")
                        .append(texts.get(i).stripTrailing());
                page.append(i + 1 < texts.size() ? "\n\n" : "\n");
            }
            return page.toString();
        }
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<String> lines = new ArrayList<>(List.of(headlines.get(i), "-".repeat(width)));
            lines.addAll(wrapped(texts.get(i).stripTrailing(), width));
            wrapped.add(lines);
        }
        int rows = wrapped.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < wrapped.size(); i++) {
                String cell = row < wrapped.get(i).size() ? wrapped.get(i).get(row) : "";
                line.append(i == 0 ? "" : BETWEEN).append(padded(cell, width));
            }
            page.append(line.toString().stripTrailing()).append('\n');
        }
        return page.toString();
    }

    /** Lines of at most so many columns, broken at blanks where there are any. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String rest = line;
            while (TerminalColumns.of(rest) > width) {
                int cut = TerminalColumns.fitting(rest, width);
                int blank = rest.lastIndexOf(' ', cut);
                int end = blank > 0 ? blank : cut;
                lines.add(rest.substring(0, end));
                rest = rest.substring(blank > 0 ? end + 1 : end);
            }
            lines.add(rest);
        }
        return lines;
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - TerminalColumns.of(cell)));
    }
}
