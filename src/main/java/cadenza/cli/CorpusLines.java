package cadenza.cli;

import cadenza.api.CorpusReport;
import cadenza.api.CorpusReport.LeftOut;
import cadenza.host.corpus.Alphabet;
import cadenza.host.corpus.CorpusReader;
import cadenza.host.corpus.FilesRead;
import cadenza.host.corpus.TextSurvey;
import cadenza.host.text.TextEncoding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a training says before it begins, line by line: what was read, what is in it, what to expect of it.
 *
 * @param survey of texts; none of music
 */
record CorpusLines(CorpusReader.Material material, Optional<TextSurvey> survey) {
    private static final int MOST_LEFT_OUT = 10;
    private static final int MOST_OTHERS = 3;
    private static final int MOST_GROUPS = 6;

    /** Of less text even a small network learns passages by heart. */
    private static final long LITTLE = 100_000;

    /** Of less text sentences seldom hang together. */
    private static final long MODEST = 1_000_000;

    /** @param report what the generator made of it */
    List<String> lines(CorpusReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "read %s: %,d tokens to train on, %,d to validate, %d in the vocabulary, %,d unknown (UNK)",
                counted(material.documents(), "document"),
                report.trainingTokens(),
                report.validationTokens(),
                report.vocabulary(),
                report.unknownTokens()));
        addFiles(lines, material.files());
        survey.ifPresent(found -> addText(lines, found));
        if (report.validationTokens() == 0) {
            lines.add("nothing is held back to validate on (of fewer than 10 pieces none is); the last weights are"
                    + " kept");
        }
        lines.addAll(report.remarks());
        addLeftOut(lines, material.leftOut());
        addLeftOut(lines, report.leftOut());
        return lines;
    }

    private static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    private static void addFiles(List<String> lines, FilesRead files) {
        if (!files.others().isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "skipped %s: %s%s",
                    counted(files.others().size(), "other file"),
                    files.others().stream()
                            .limit(MOST_OTHERS)
                            .map(Path::toString)
                            .collect(Collectors.joining(", ")),
                    files.others().size() > MOST_OTHERS ? " …" : ""));
        }
        List<String> forms = new ArrayList<>();
        for (Map.Entry<TextEncoding, Integer> encoding : files.encodings().entrySet()) {
            if (encoding.getKey() != TextEncoding.UTF_8) {
                forms.add(encoding.getKey().label() + " in " + counted(encoding.getValue(), "file"));
            }
        }
        if (files.compressed() > 0) {
            forms.add(counted(files.compressed(), "file") + " unpacked");
        }
        if (files.otherLineEnds() > 0) {
            forms.add("line ends made LF in " + counted(files.otherLineEnds(), "file"));
        }
        if (!forms.isEmpty()) {
            lines.add(String.join("; ", forms));
        }
    }

    private static void addText(List<String> lines, TextSurvey survey) {
        Alphabet alphabet = survey.alphabet();
        lines.add(String.format(
                Locale.ROOT,
                "%,d characters, %,d of them different: %s%s",
                survey.characters(),
                alphabet.characters(),
                alphabet.groups().stream()
                        .limit(MOST_GROUPS)
                        .map(Alphabet.Group::toString)
                        .collect(Collectors.joining(", ")),
                alphabet.groups().size() > MOST_GROUPS ? " …" : ""));
        survey.longest()
                .ifPresent(longest -> lines.add(String.format(
                        Locale.ROOT,
                        "%s of the text is passages of %d characters and more that stand in it before; the longest,"
                                + " %,d, begins in %s, line %,d, and before in %s, line %,d",
                        share(survey.repetition().share()),
                        survey.repetition().least(),
                        longest.characters(),
                        longest.again().title(),
                        longest.again().number(),
                        longest.before().title(),
                        longest.before().number())));
        if (survey.characters() < LITTLE) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d characters are little: expect passages copied from them; some hundred thousand teach words,"
                            + " some millions sentences",
                    survey.characters()));
        } else if (survey.characters() < MODEST) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d characters teach words and phrases; some millions teach sentences",
                    survey.characters()));
        }
    }

    private static String share(double share) {
        return share < 0.001 ? "less than 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static void addLeftOut(List<String> lines, List<LeftOut> leftOut) {
        leftOut.stream()
                .limit(MOST_LEFT_OUT)
                .forEach(document -> lines.add("left out " + document.title() + ": " + document.reason()));
        if (leftOut.size() > MOST_LEFT_OUT) {
            lines.add("left out " + (leftOut.size() - MOST_LEFT_OUT) + " more");
        }
    }
}
