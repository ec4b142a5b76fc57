package cadenza.cli;

import cadenza.api.Corpus;
import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.Clip;
import cadenza.host.OpenedModel;
import cadenza.host.Request;
import cadenza.host.SamplerListeners;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.control.Controls;
import cadenza.host.corpus.CorpusReader;
import cadenza.host.measure.MeasureReport;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.plugins.Deadlines;
import cadenza.host.storage.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import picocli.CommandLine.Option;

/** The part of {@code cadenza evaluate} that sets what a model composes, or files, beside real music. */
final class SampleComparison {
    private static final int MOST_SAMPLES = 10_000;

    /** Where a piece is cut that its model does not end; the longest chorale has 44 bars, the median 12. */
    private static final int MOST_BARS = 32;

    private static final long FIRST_SEED = 1;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Compose N pieces and set them beside the music of --against.")
    private Integer samples;

    @Option(
            names = "--clips",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Set these MIDI files and folders beside the music of --against, instead of --samples.")
    private List<Path> clips;

    @Option(
            names = "--against",
            paramLabel = "PATH",
            arity = "1..*",
            description = "MIDI files and folders that samples or clips are set beside.")
    private List<Path> against;

    @Option(
            names = "--training",
            paramLabel = "PATH",
            arity = "1..*",
            description = "The training music itself: the longest matches with it are measured as well.")
    private List<Path> training;

    @Option(
            names = "--bars",
            paramLabel = "N",
            description = "Samples of just N bars (default: pieces as long as the model makes them, at most "
                    + MOST_BARS + ").")
    private Integer bars;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Samples are made from the seeds S to S+N-1 (default: " + FIRST_SEED + ").")
    private Long seed;

    private final SamplingOptions sampling = new SamplingOptions();

    SamplingOptions sampling() {
        return sampling;
    }

    /** Whether it is asked for at all. */
    boolean asked() {
        return samples != null || clips != null || against != null || training != null || choosesSamples();
    }

    private boolean choosesSamples() {
        return bars != null || seed != null || sampling.given();
    }

    /**
     * Measures and prints.
     *
     * @param deadlines of calls into plugins
     * @param model name or file; null for none, which clips do without
     * @param quantise what is done to the files that are read
     * @throws UserException if the options do not fit each other
     */
    void run(
            Terminal terminal,
            StudioFolders folders,
            Deadlines deadlines,
            String model,
            QuantiseOption quantise,
            boolean json) {
        check(model);
        CorpusReader reader = new CorpusReader(Medium.MUSIC, quantise);
        List<Score> reference = read(terminal, reader, against);
        List<Score> learned = training == null ? List.of() : read(terminal, reader, training);
        Optional<MusicFingerprint> fingerprint = Optional.empty();
        List<Score> ours;
        String title;
        if (model == null) {
            ours = read(terminal, reader, clips);
            title = "clips";
        } else {
            try (Studio studio = new Studio(folders, SamplerListeners.NONE, deadlines);
                    OpenedModel opened = studio.open(model)) {
                ours = clips == null ? compose(terminal, studio, opened) : read(terminal, reader, clips);
                fingerprint = opened.musicFingerprint();
                title = opened.name();
            }
        }
        MeasureReport report = MeasureReport.of(ours, reference, fingerprint, learned);
        if (json) {
            terminal.out().println(Json.write(report.toSettings()));
        } else {
            new MeasureTable(title).lines(report).forEach(terminal.out()::println);
        }
    }

    private void check(String model) {
        if (against == null) {
            throw new UserException("--samples and --clips want music to be set beside; give it with --against PATH");
        }
        if ((samples == null) == (clips == null)) {
            throw new UserException("--against wants either --samples N, to be composed by the model, or --clips PATH");
        }
        if (clips != null && choosesSamples()) {
            throw new UserException(
                    "--bars, --seed and how tokens are chosen go with --samples; --clips are there already");
        }
        if (samples != null && model == null) {
            throw new UserException(
                    "--samples " + samples + " wants a model to compose them: 'cadenza evaluate MODEL'");
        }
        if (samples != null && (samples < 1 || samples > MOST_SAMPLES)) {
            throw new UserException("--samples " + samples + " is not in 1.." + MOST_SAMPLES);
        }
        if (seed != null && seed > Long.MAX_VALUE - MOST_SAMPLES) {
            throw new UserException("--seed " + seed + " leaves no " + MOST_SAMPLES + " seeds; give a smaller one");
        }
        sampling.check();
    }

    private static List<Score> read(Terminal terminal, CorpusReader reader, List<Path> paths) {
        CorpusReader.Reading reading = reader.read(paths);
        reading.leftOut()
                .forEach(left -> terminal.err().println("cadenza: left out " + left.title() + ": " + left.reason()));
        return Corpus.scores(reading.documents());
    }

    private List<Score> compose(Terminal terminal, Studio studio, OpenedModel opened) {
        long first = seed == null ? FIRST_SEED : seed;
        Controls controls = Controls.NONE.with(opened.recommendedStructure());
        Request.Compose request = new Request.Compose(
                bars == null ? MOST_BARS : bars, controls, Optional.empty(), sampling.over(opened), first);
        List<Score> composed = new ArrayList<>();
        for (int from = 0; from < samples; from += studio.together()) {
            int to = Math.min(samples, from + studio.together());
            List<Request.Compose> requests = LongStream.range(first + from, first + to)
                    .mapToObj(request::withSeed)
                    .toList();
            composed.addAll(
                    bars == null
                            ? studio.improvise(opened, requests)
                            : studio.compose(opened, requests).stream()
                                    .map(Clip::score)
                                    .toList());
        }
        List<Score> sounding =
                composed.stream().filter(score -> score.noteCount() > 0).toList();
        if (sounding.isEmpty()) {
            throw new UserException(
                    "none of the " + samples + " samples has a note; raise --temperature, or train longer");
        }
        terminal.err()
                .println("cadenza: composed " + samples + " pieces, model " + opened.name() + ", seeds " + first
                        + " to " + (first + samples - 1));
        if (sounding.size() < samples) {
            terminal.err().println("cadenza: left out " + (samples - sounding.size()) + " samples without a note");
        }
        return sounding;
    }
}
