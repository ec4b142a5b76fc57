package cadenza.cli;

import cadenza.api.Corpus;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Document;
import cadenza.api.document.Medium;
import cadenza.host.StudioFolders;
import cadenza.host.corpus.CorpusReader;
import cadenza.host.models.ModelFile;
import cadenza.host.novelty.Fingerprint;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.TextFingerprint;
import cadenza.host.novelty.TrainingMusic;
import cadenza.host.storage.AtomicFile;
import cadenza.host.storage.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza novelty}: what of files is in the music or the text that a model was trained on. */
@Command(
        name = "novelty",
        description =
                "Tell what of MIDI files is in a model's training music, in any transposition, or of text files in"
                        + " its training text.",
        mixinStandardHelpOptions = true)
final class NoveltyCommand implements Callable<Integer> {
    private static final String MIDI = "MThd";

    private final Terminal terminal;
    private final StudioFolders folders;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "MIDI files, or text files.")
    private List<Path> files;

    @Option(names = "--model", paramLabel = "NAME|FILE", description = "Hold it against this model's fingerprint.")
    private String model;

    @Option(
            names = "--against",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Hold it against these files and folders, exactly.")
    private List<Path> against;

    @Option(names = "--json", description = "One JSON object on stdout.")
    private boolean json;

    NoveltyCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public Integer call() {
        if (model == null && against == null) {
            throw new UserException("there is nothing to hold '" + files.get(0)
                    + "' against; give --model NAME, --against PATH or both");
        }
        Optional<Fingerprint> fingerprint = Optional.ofNullable(model).map(this::fingerprint);
        Medium medium = fingerprint
                .map(print -> print instanceof TextFingerprint ? Medium.TEXT : Medium.MUSIC)
                .orElseGet(() -> medium(files.get(0)));
        for (Path file : files) {
            check(file, medium);
        }
        NoveltyReport report = medium == Medium.TEXT
                ? new TextNoveltyReport(
                        terminal,
                        fingerprint.map(TextFingerprint.class::cast),
                        documents(medium).map(Corpus::texts))
                : new MusicNoveltyReport(
                        terminal,
                        fingerprint.map(MusicFingerprint.class::cast),
                        documents(medium).map(Corpus::scores).map(TrainingMusic::new));
        if (json) {
            terminal.out().println(Json.write(files.size() == 1 ? report.figures(files.get(0)) : figures(report)));
        } else {
            files.forEach(report::print);
        }
        return 0;
    }

    private Settings figures(NoveltyReport report) {
        List<Settings> all = files.stream()
                .map(file -> report.figures(file).with("file", file.toString()))
                .toList();
        return Settings.empty().with("files", all);
    }

    private Fingerprint fingerprint(String name) {
        return ModelFile.fingerprint(folders.library().find(name))
                .orElseThrow(() -> new UserException("model '" + name
                        + "' keeps no fingerprint of what it was trained on; train it again, or give --against PATH"));
    }

    private void check(Path file, Medium wanted) {
        Medium own = medium(file);
        if (own != wanted) {
            String by = model == null
                    ? "'" + files.get(0) + "' is " + wanted.label()
                    : "model '" + model + "' was trained on " + wanted.label();
            throw new UserException(
                    "'" + file + "' is " + own.label() + ", and " + by + "; what is held together is of one kind");
        }
    }

    private static Medium medium(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MIDI.length()), StandardCharsets.ISO_8859_1).equals(MIDI)
                    ? Medium.MUSIC
                    : Medium.TEXT;
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    private Optional<List<Document>> documents(Medium medium) {
        if (against == null) {
            return Optional.empty();
        }
        CorpusReader.Reading reading = new CorpusReader(medium).read(against);
        reading.leftOut()
                .forEach(left -> terminal.err().println("cadenza: left out " + left.title() + ": " + left.reason()));
        return Optional.of(reading.documents());
    }
}
