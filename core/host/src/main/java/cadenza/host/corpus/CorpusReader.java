package cadenza.host.corpus;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport.LeftOut;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.music.MidiReader;
import cadenza.host.text.PiecedText;
import cadenza.host.text.TextForm;
import cadenza.host.text.TextReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads the documents of one medium. A file that is named is read whatever its ending; in folders, and the folders in
 * them, files with the medium's endings are read in the order of their paths; others, and hidden ones, are passed over.
 * A path that does not exist is a pattern where it has wildcards. A {@code .json.gz} file that is named is a set of music
 * in parts: {@code train} is learned from, {@code valid} serves to validate, and {@code test}, or where there is none
 * {@code valid}, to measure.
 */
public final class CorpusReader {
    private final Medium medium;
    private final MidiReader midi = new MidiReader();
    private final TextReader text = new TextReader();
    private final PolyphonicSetReader sets = new PolyphonicSetReader();
    private final UnaryOperator<Score> preparation;

    public CorpusReader(Medium medium) {
        this(medium, UnaryOperator.identity());
    }

    /** @param preparation what each piece of music goes through, such as a quantisation */
    public CorpusReader(Medium medium, UnaryOperator<Score> preparation) {
        this.medium = medium;
        this.preparation = preparation;
    }

    /**
     * What was read.
     *
     * @param documents in the order given
     * @param leftOut files of folders that could not be read
     * @param files what was met on the way
     */
    public record Reading(List<Document> documents, List<LeftOut> leftOut, FilesRead files) {}

    /**
     * What to train on.
     *
     * @param documents how many were read
     * @param leftOut files of folders that could not be read
     * @param files what was met on the way to the documents to train on
     */
    public record Material(Corpus corpus, int documents, List<LeftOut> leftOut, FilesRead files) {}

    /**
     * Reads files and folders.
     *
     * @throws UserException if a named path does not exist or cannot be read, a text is of no known encoding, or nothing is
     *     left
     */
    public Reading read(List<Path> paths) {
        return read(paths, PolyphonicSet::toMeasure);
    }

    /**
     * Reads one part of sets that come in parts.
     *
     * @param part {@code train}, {@code valid} or {@code test}
     * @throws UserException as {@link #read}, or if a file is no such set or lacks the part
     */
    public Reading readPart(List<Path> paths, String part) {
        for (Path path : paths) {
            if (!isSet(path)) {
                throw new UserException("'" + path + "' has no parts, and '" + part
                        + "' is asked for; parts have the .json.gz files of the polyphonic benchmark");
            }
        }
        return read(paths, set -> set.part(part));
    }

    private Reading read(List<Path> paths, Function<PolyphonicSet, List<Score>> part) {
        List<Document> documents = new ArrayList<>();
        List<TextForm> forms = new ArrayList<>();
        Pass pass = readEach(paths, file -> {
            if (isSet(file)) {
                documents.addAll(part.apply(sets.read(file)));
            } else {
                documents.add(readFile(file, forms::add));
            }
        });
        return new Reading(List.copyOf(documents), pass.leftOut(), FilesRead.of(forms, pass.others()));
    }

    private boolean isSet(Path file) {
        return medium == Medium.MUSIC && PolyphonicSet.isOne(file);
    }

    /**
     * Reads files and folders, and keeps a part for validation: the last tenth of each text, every tenth piece of music.
     * Of each text there is one copy, in its two parts.
     *
     * @throws UserException as {@link #read}
     */
    public Material readWithHoldout(List<Path> paths) {
        Holdout holdout = new Holdout();
        List<TextForm> forms = new ArrayList<>();
        Pass pass = readEach(
                paths,
                medium == Medium.TEXT ? file -> holdout.add(readText(file, forms::add)) : file -> hold(holdout, file));
        return new Material(holdout.corpus(), holdout.documents(), pass.leftOut(), FilesRead.of(forms, pass.others()));
    }

    private void hold(Holdout holdout, Path file) {
        if (!isSet(file)) {
            holdout.add(readScore(file));
            return;
        }
        PolyphonicSet set = sets.read(file);
        set.validation().ifPresentOrElse(validation -> holdout.add(set.training(), validation), () -> set.training()
                .forEach(holdout::add));
    }

    /**
     * Reads files and folders to train on, and others to validate on.
     *
     * @throws UserException as {@link #read}
     */
    public Material readWithValidation(List<Path> paths, List<Path> validationPaths) {
        Reading training = read(paths, PolyphonicSet::training);
        Reading validation = read(validationPaths, set -> set.part(PolyphonicSet.VALID));
        return new Material(
                new Corpus(training.documents(), validation.documents()),
                training.documents().size(),
                Stream.concat(training.leftOut().stream(), validation.leftOut().stream())
                        .toList(),
                training.files());
    }

    /** Reads all files that are found. */
    private Pass readEach(List<Path> paths, Consumer<Path> reader) {
        FileSearch.Result found = new FileSearch(endings(), wanted()).search(paths);
        List<LeftOut> leftOut = new ArrayList<>();
        for (FileSearch.Found next : found.files()) {
            try {
                reader.accept(next.file());
            } catch (UserException e) {
                // One broken piece among many, or an empty page, is no reason to learn nothing; the report names it.
                // A page in another encoding is: it would be missed.
                if (next.folder().isEmpty() || medium == Medium.TEXT && !text.isEmpty(next.file())) {
                    throw e;
                }
                Path seen = next.folder().get().relativize(next.file());
                leftOut.add(new LeftOut(seen.toString(), e.getMessage()));
            }
        }
        if (leftOut.size() == found.files().size()) {
            String first = leftOut.isEmpty()
                    ? ""
                    : "; left out were " + leftOut.size() + ", the first, "
                            + leftOut.get(0).title() + ": " + leftOut.get(0).reason();
            throw new UserException(
                    "there is no " + medium.label() + " in " + named(paths) + "; give " + wanted() + first);
        }
        return new Pass(List.copyOf(leftOut), found.others());
    }

    /** What of the files given was not read. */
    private record Pass(List<LeftOut> leftOut, List<Path> others) {}

    private Document readFile(Path file, Consumer<TextForm> forms) {
        return medium == Medium.TEXT ? readText(file, forms).whole() : readScore(file);
    }

    private PiecedText readText(Path file, Consumer<TextForm> forms) {
        PiecedText read = text.readPieces(file);
        forms.accept(read.form());
        return read;
    }

    private Score readScore(Path file) {
        return preparation.apply(midi.read(file));
    }

    private List<String> endings() {
        return medium == Medium.TEXT ? List.of(".txt", ".md", ".txt.gz", ".md.gz") : List.of(".mid", ".midi");
    }

    private String wanted() {
        return medium == Medium.TEXT
                ? "a text file, or a folder with .txt or .md files"
                : "a MIDI file, or a folder with .mid or .midi files";
    }

    private static String named(List<Path> paths) {
        return String.join(", ", paths.stream().map(path -> "'" + path + "'").toList());
    }
}
