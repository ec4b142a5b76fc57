package cadenza.cli;

import cadenza.api.Settings;
import cadenza.api.document.Text;
import cadenza.host.music.PrintableText;
import cadenza.host.novelty.CopySearch;
import cadenza.host.novelty.RunFinder;
import cadenza.host.novelty.TextCopy;
import cadenza.host.novelty.TextFingerprint;
import cadenza.host.novelty.TextNovelty;
import cadenza.host.novelty.TextRun;
import cadenza.host.text.TextLines;
import cadenza.host.text.TextReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What of a text file is in the text that a model was trained on. */
final class TextNoveltyReport implements NoveltyReport {
    private static final int MOST_SHOWN = 60;

    private final Terminal terminal;
    private final Optional<TextFingerprint> fingerprint;
    private final Optional<List<Text>> sources;

    /** @param sources to look in exactly */
    TextNoveltyReport(Terminal terminal, Optional<TextFingerprint> fingerprint, Optional<List<Text>> sources) {
        this.terminal = terminal;
        this.fingerprint = fingerprint;
        this.sources = sources;
    }

    @Override
    public void print(Path file) {
        Text text = new TextReader().read(file);
        TextLines lines = new TextLines(text);
        if (fingerprint.isPresent()) {
            List<TextRun> runs = new ArrayList<>();
            terminal.out().println(file + ": " + novelty(text, fingerprint.get(), runs));
            print(longestFirst(runs, Function.identity()), Function.identity(), run -> line(run, lines));
        }
        if (sources.isPresent()) {
            CopySearch search = search(text);
            List<TextCopy> copies = longestFirst(search.copies(), TextCopy::run);
            terminal.out()
                    .println((fingerprint.isPresent() ? "exactly: " : file + ", exactly: ")
                            + (copies.isEmpty() ? "fewer than " + search.shortest() : longest(copies))
                            + " characters in a row are in that text");
            print(copies, TextCopy::run, copy -> line(copy.run(), lines) + " is in " + source(copy));
        }
    }

    private static TextNovelty novelty(Text text, TextFingerprint training, List<TextRun> runs) {
        RunFinder finder = new RunFinder(training, runs::add);
        finder.accept(text.content());
        return finder.finish();
    }

    private CopySearch search(Text text) {
        CopySearch search = new CopySearch(text);
        sources.orElseThrow().forEach(search::add);
        return search;
    }

    private static <T> List<T> longestFirst(List<T> all, Function<T, TextRun> run) {
        return all.stream()
                .sorted(Comparator.comparingLong((T one) -> run.apply(one).length())
                        .reversed())
                .toList();
    }

    private static long longest(List<TextCopy> copies) {
        return copies.get(0).run().length();
    }

    /** All that are long, and of the others as many as fit. */
    private <T> void print(List<T> all, Function<T, TextRun> run, Function<T, String> line) {
        int named = 0;
        for (T one : all) {
            if (run.apply(one).length() <= TextNovelty.LONG && named >= MOST_NAMED) {
                break;
            }
            terminal.out().println("  " + line.apply(one));
            named++;
        }
        if (named < all.size()) {
            terminal.out().println("  and " + (all.size() - named) + " shorter ones");
        }
    }

    private static String line(TextRun run, TextLines lines) {
        return run.length() + " characters: line " + lines.line(run.from()) + ", column " + lines.column(run.from())
                + ", \"" + shown(run, lines) + "\"";
    }

    private static String shown(TextRun run, TextLines lines) {
        return PrintableText.of(lines.passage(run.from(), run.to()), MOST_SHOWN);
    }

    private static String source(TextCopy copy) {
        return PrintableText.of(copy.source()) + ", line " + copy.line();
    }

    @Override
    public Settings figures(Path file) {
        Text text = new TextReader().read(file);
        TextLines lines = new TextLines(text);
        Settings figures = Settings.empty();
        if (fingerprint.isPresent()) {
            List<TextRun> runs = new ArrayList<>();
            TextNovelty novelty = novelty(text, fingerprint.get(), runs);
            figures = figures.with("characters", novelty.characters())
                    .with("longestRun", novelty.longest())
                    .with("share", novelty.share())
                    .with("sampleOneOf", fingerprint.get().oneOf())
                    .with("mistakes", fingerprint.get().mistakes())
                    .with(
                            "runs",
                            longestFirst(runs, Function.identity()).stream()
                                    .map(run -> place(run, lines))
                                    .toList());
        }
        if (sources.isEmpty()) {
            return figures;
        }
        List<TextCopy> copies = longestFirst(search(text).copies(), TextCopy::run);
        return figures.with("longestMatch", copies.isEmpty() ? 0 : longest(copies))
                .with(
                        "matches",
                        copies.stream()
                                .map(copy -> place(copy.run(), lines)
                                        .with("source", copy.source())
                                        .with("sourceLine", copy.line()))
                                .toList());
    }

    private static Settings place(TextRun run, TextLines lines) {
        return Settings.empty()
                .with("characters", run.length())
                .with("line", lines.line(run.from()))
                .with("column", lines.column(run.from()))
                .with("passage", lines.passage(run.from(), run.to()));
    }
}
