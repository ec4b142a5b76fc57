package cadenza.cli;

import cadenza.api.Corpus;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.StudioFolders;
import cadenza.host.corpus.CorpusReader;
import cadenza.host.models.ModelFile;
import cadenza.host.models.ModelLibrary;
import cadenza.host.music.MidiReader;
import cadenza.host.music.PrintableText;
import cadenza.host.novelty.Copy;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.Novelty;
import cadenza.host.novelty.Run;
import cadenza.host.novelty.TrainingMusic;
import cadenza.host.storage.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza novelty}: what of a MIDI file is in the music that a model was trained on. */
@Command(
        name = "novelty",
        description = "Tell what of a MIDI file is in a model's training music, in any transposition.",
        mixinStandardHelpOptions = true)
final class NoveltyCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 10;

    private final Terminal terminal;
    private final StudioFolders folders;

    @Parameters(paramLabel = "FILE", description = "A MIDI file.")
    private Path file;

    @Option(names = "--model", paramLabel = "NAME|FILE", description = "Hold it against this model's fingerprint.")
    private String model;

    @Option(
            names = "--against",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Hold it against these MIDI files and folders, exactly.")
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
            throw new UserException(
                    "there is nothing to hold '" + file + "' against; give --model NAME, --against PATH" + " or both");
        }
        Score score = new MidiReader().read(file);
        Optional<Novelty> novelty =
                Optional.ofNullable(model).map(name -> Novelty.of(score, fingerprint(folders.library(), name)));
        Optional<TrainingMusic> music = Optional.ofNullable(against).map(this::read);
        Optional<Copy> copy = music.flatMap(training -> training.longest(score));
        if (json) {
            terminal.out().println(Json.write(figures(score, novelty, music.isPresent(), copy)));
            return 0;
        }
        novelty.ifPresent(found -> print(score, found));
        if (music.isPresent()) {
            terminal.out()
                    .println("exactly: "
                            + copy.map(found -> line(score, found)).orElse("not two notes in a row are in that music"));
        }
        return 0;
    }

    private static MusicFingerprint fingerprint(ModelLibrary library, String name) {
        return ModelFile.fingerprint(library.find(name))
                .orElseThrow(() -> new UserException("model '" + name
                        + "' keeps no fingerprint of its training music; train it again, or give --against PATH"));
    }

    private TrainingMusic read(List<Path> paths) {
        CorpusReader.Reading reading = new CorpusReader(Medium.MUSIC).read(paths);
        reading.leftOut()
                .forEach(left -> terminal.err().println("cadenza: left out " + left.title() + ": " + left.reason()));
        return new TrainingMusic(Corpus.scores(reading.documents()));
    }

    private void print(Score score, Novelty novelty) {
        terminal.out().println(file + ": " + novelty);
        novelty.longestFirst().stream().limit(MOST_NAMED).forEach(run -> terminal.out()
                .println("  " + run.length() + " notes: " + run.place(score)));
        if (novelty.runs().size() > MOST_NAMED) {
            terminal.out().println("  and " + (novelty.runs().size() - MOST_NAMED) + " more runs");
        }
    }

    private static String line(Score score, Copy copy) {
        return copy.run().length() + " notes: " + copy.run().place(score) + ", is "
                + PrintableText.of(copy.source().title()) + ", "
                + copy.sourceRun().place(copy.source()) + ", " + copy.shift();
    }

    private static Settings figures(Score score, Optional<Novelty> novelty, boolean exact, Optional<Copy> copy) {
        Settings figures = Settings.empty().with("notes", score.noteCount());
        if (novelty.isPresent()) {
            figures = figures.with("longestRun", novelty.get().longestLength())
                    .with("share", novelty.get().share())
                    .with(
                            "runs",
                            novelty.get().longestFirst().stream()
                                    .map(run -> place(run, score))
                                    .toList());
        }
        if (exact) {
            figures = figures.with(
                    "longestMatch", copy.map(found -> found.run().length()).orElse(0));
        }
        return copy.isEmpty()
                ? figures
                : figures.with(
                        "match",
                        Settings.empty()
                                .with("run", place(copy.get().run(), score))
                                .with("source", copy.get().source().title())
                                .with(
                                        "sourceRun",
                                        place(copy.get().sourceRun(), copy.get().source()))
                                .with("transposition", copy.get().transposition()));
    }

    private static Settings place(Run run, Score score) {
        return Settings.empty()
                .with("notes", run.length())
                .with("track", run.track() + 1)
                .with("bar", run.bar(score))
                .with("tick", run.tick());
    }
}
