package cadenza.host.corpus;

import cadenza.api.Corpus;
import cadenza.api.CorpusReport.LeftOut;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.api.document.Text;
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
import java.util.stream.Stream;

/**
 * Reads the documents of one medium. A file that is named is read whatever its ending; in folders, and the folders in
 * them, files with the medium's endings are read in the order of their paths and others are passed over.
 */
public final class CorpusReader {
    private static final int EVERY = 10;

    private final Medium medium;
    private final MidiReader midi = new MidiReader();
    private final TextReader text = new TextReader();

    public CorpusReader(Medium medium) {
        this.medium = medium;
    }

    /**
     * What was read.
     *
     * @param documents in the order given
     * @param leftOut files of folders that could not be read
     */
    public record Reading(List<Document> documents, List<LeftOut> leftOut) {
        /** The same documents, and these left out too. */
        public Reading withLeftOut(List<LeftOut> further) {
            return new Reading(
                    documents, Stream.concat(leftOut.stream(), further.stream()).toList());
        }
    }

    /**
     * Reads files and folders.
     *
     * @throws UserException if a named path does not exist or cannot be read, a text is not UTF-8, or nothing is left
     */
    public Reading read(List<Path> paths) {
        List<Document> documents = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UserException("'" + path + "' does not exist; give " + wanted());
            }
            if (Files.isDirectory(path)) {
                readFolder(path, documents, leftOut);
            } else {
                documents.add(readFile(path));
            }
        }
        if (documents.isEmpty()) {
            String first = leftOut.isEmpty()
                    ? ""
                    : "; left out were " + leftOut.size() + ", the first, "
                            + leftOut.get(0).title() + ": " + leftOut.get(0).reason();
            throw new UserException(
                    "there is no " + medium.label() + " in " + named(paths) + "; give " + wanted() + first);
        }
        return new Reading(List.copyOf(documents), List.copyOf(leftOut));
    }

    private void readFolder(Path folder, List<Document> documents, List<LeftOut> leftOut) {
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
        for (Path file : files) {
            try {
                documents.add(readFile(file));
            } catch (UserException e) {
                // One broken piece among many, or an empty page, is no reason to learn nothing; the report names it.
                // A page in another encoding is: it would be missed.
                if (medium == Medium.TEXT && !isEmpty(file)) {
                    throw e;
                }
                leftOut.add(new LeftOut(folder.relativize(file).toString(), e.getMessage()));
            }
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    private Document readFile(Path file) {
        return medium == Medium.TEXT ? text.read(file) : midi.read(file);
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

    /**
     * Keeps a part for validation: the last tenth of each text, every tenth piece of music.
     *
     * @param documents one or more
     */
    public static Corpus split(List<Document> documents) {
        List<Document> training = new ArrayList<>();
        List<Document> validation = new ArrayList<>();
        int pieces = 0;
        for (Document document : documents) {
            if (document instanceof Text text) {
                String content = text.content();
                int cut =
                        content.offsetByCodePoints(0, (int) (content.codePointCount(0, content.length()) * 9L / EVERY));
                training.add(new Text(text.title(), content.substring(0, cut)));
                validation.add(new Text(text.title(), content.substring(cut)));
            } else {
                pieces++;
                (pieces % EVERY == 0 ? validation : training).add(document);
            }
        }
        return new Corpus(training, validation);
    }
}
