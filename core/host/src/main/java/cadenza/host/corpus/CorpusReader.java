package cadenza.host.corpus;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport.LeftOut;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.music.MidiReader;
import cadenza.host.storage.AtomicFile;
import cadenza.host.text.TextReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads the documents of one medium. A file that is named is read whatever its ending; in folders, and the folders in
 * them, files with the medium's endings are read in the order of their paths and others are passed over. A
 * {@code .json.gz} file that is named is a set of music in parts: {@code train} is learned from, {@code valid} serves to
 * validate, and {@code test}, or where there is none {@code valid}, to measure.
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
     */
    public record Reading(List<Document> documents, List<LeftOut> leftOut) {}

    /**
     * What to train on.
     *
     * @param documents how many were read
     * @param leftOut files of folders that could not be read
     */
    public record Material(Corpus corpus, int documents, List<LeftOut> leftOut) {}

    /**
     * Reads files and folders.
     *
     * @throws UserException if a named path does not exist or cannot be read, a text is not UTF-8, or nothing is left
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
        List<LeftOut> leftOut = readEach(paths, file -> {
            if (isSet(file)) {
                documents.addAll(part.apply(sets.read(file)));
            } else {
                documents.add(readFile(file));
            }
        });
        return new Reading(List.copyOf(documents), leftOut);
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
        List<LeftOut> leftOut = readEach(
                paths,
                medium == Medium.TEXT ? file -> holdout.add(text.readPieces(file)) : file -> hold(holdout, file));
        return new Material(holdout.corpus(), holdout.documents(), leftOut);
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
                        .toList());
    }

    /** @return the files of folders that could not be read */
    private List<LeftOut> readEach(List<Path> paths, Consumer<Path> reader) {
        int read = 0;
        List<LeftOut> leftOut = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UserException("'" + path + "' does not exist; give " + wanted());
            }
            if (Files.isDirectory(path)) {
                read += readFolder(path, reader, leftOut);
            } else {
                reader.accept(path);
                read++;
            }
        }
        if (read == 0) {
            String first = leftOut.isEmpty()
                    ? ""
                    : "; left out were " + leftOut.size() + ", the first, "
                            + leftOut.get(0).title() + ": " + leftOut.get(0).reason();
            throw new UserException(
                    "there is no " + medium.label() + " in " + named(paths) + "; give " + wanted() + first);
        }
        return List.copyOf(leftOut);
    }

    /** @return how many files were read */
    private int readFolder(Path folder, Consumer<Path> reader, List<LeftOut> leftOut) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(this::hasEnding)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserException("'" + folder + "' cannot be read: " + AtomicFile.reason(e), e);
        } catch (UncheckedIOException e) {
            throw new UserException("'" + folder + "' cannot be read: " + AtomicFile.reason(e.getCause()), e);
        }
        int read = 0;
        for (Path file : files) {
            try {
                reader.accept(file);
                read++;
            } catch (UserException e) {
                // One broken piece among many, or an empty page, is no reason to learn nothing; the report names it.
                // A page in another encoding is: it would be missed.
                if (medium == Medium.TEXT && !text.isEmpty(file)) {
                    throw e;
                }
                leftOut.add(new LeftOut(folder.relativize(file).toString(), e.getMessage()));
            }
        }
        return read;
    }

    private Document readFile(Path file) {
        return medium == Medium.TEXT ? text.read(file) : readScore(file);
    }

    private Score readScore(Path file) {
        return preparation.apply(midi.read(file));
    }

    private boolean hasEnding(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings().stream().anyMatch(name::endsWith);
    }

    private List<String> endings() {
        return medium == Medium.TEXT ? List.of(".txt", ".md") : List.of(".mid", ".midi");
    }

    private String wanted() {
        return medium == Medium.TEXT
                ? "a UTF-8 text file, or a folder with .txt or .md files"
                : "a MIDI file, or a folder with .mid or .midi files";
    }

    private static String named(List<Path> paths) {
        return String.join(", ", paths.stream().map(path -> "'" + path + "'").toList());
    }
}
