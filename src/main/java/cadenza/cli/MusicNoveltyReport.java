package cadenza.cli;

import cadenza.api.Settings;
import cadenza.api.document.Score;
import cadenza.host.music.MidiReader;
import cadenza.host.music.PrintableText;
import cadenza.host.novelty.Copy;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.Novelty;
import cadenza.host.novelty.Run;
import cadenza.host.novelty.TrainingMusic;
import java.nio.file.Path;
import java.util.Optional;

/** What of a MIDI file is in the music that a model was trained on. */
final class MusicNoveltyReport implements NoveltyReport {
    private final Terminal terminal;
    private final Optional<MusicFingerprint> fingerprint;
    private final Optional<TrainingMusic> music;

    /** @param music to look in exactly */
    MusicNoveltyReport(Terminal terminal, Optional<MusicFingerprint> fingerprint, Optional<TrainingMusic> music) {
        this.terminal = terminal;
        this.fingerprint = fingerprint;
        this.music = music;
    }

    @Override
    public void print(Path file) {
        Score score = new MidiReader().read(file);
        fingerprint.ifPresent(training -> print(file, score, Novelty.of(score, training)));
        music.ifPresent(training -> terminal.out()
                .println("exactly: "
                        + training.longest(score)
                                .map(found -> line(score, found))
                                .orElse("not two notes in a row are in that music")));
    }

    private void print(Path file, Score score, Novelty novelty) {
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

    @Override
    public Settings figures(Path file) {
        Score score = new MidiReader().read(file);
        Settings figures = Settings.empty().with("notes", score.noteCount());
        if (fingerprint.isPresent()) {
            Novelty novelty = Novelty.of(score, fingerprint.get());
            figures = figures.with("longestRun", novelty.longestLength())
                    .with("share", novelty.share())
                    .with(
                            "runs",
                            novelty.longestFirst().stream()
                                    .map(run -> place(run, score))
                                    .toList());
        }
        if (music.isEmpty()) {
            return figures;
        }
        Optional<Copy> copy = music.get().longest(score);
        figures = figures.with(
                "longestMatch", copy.map(found -> found.run().length()).orElse(0));
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
