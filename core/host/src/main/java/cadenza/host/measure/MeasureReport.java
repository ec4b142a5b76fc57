package cadenza.host.measure;

import cadenza.api.Settings;
import cadenza.api.document.Score;
import cadenza.host.novelty.Copy;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.Novelty;
import cadenza.host.novelty.TrainingMusic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Samples beside a reference: all measures of both. What the reference has is what real music of that kind has, not what
 * is best; a sample set is good where it stands near.
 *
 * @param samples how many pieces were measured
 * @param reference how many they are set beside
 */
public record MeasureReport(int samples, int reference, List<MeasureRow> rows) {
    private static final List<Overlap> OVERLAPS = List.of(new PitchClassOverlap(), new DurationOverlap());
    private static final List<Measure> MEASURES = List.of(
            new ScaleConsistency(),
            new TriadsAndSevenths(),
            new TonicEnding(),
            new ParallelMoves(),
            new VoiceCrossing(),
            new WideLeaps(),
            new NoteDensity(),
            new GrooveConsistency(),
            new BarRepetition(),
            new EmptyBars());

    public MeasureReport {
        rows = List.copyOf(rows);
    }

    /**
     * Measures.
     *
     * @param samples at least one, each with a note
     * @param reference at least one, each with a note
     * @param fingerprint of the model that composed the samples, for what they copy; may be empty
     * @param training the training music itself, for what they copy exactly; empty if it is not at hand
     */
    public static MeasureReport of(
            List<Score> samples, List<Score> reference, Optional<MusicFingerprint> fingerprint, List<Score> training) {
        List<Piece> ours = samples.stream().map(Piece::of).toList();
        List<Piece> theirs = reference.stream().map(Piece::of).toList();
        List<MeasureRow> rows = new ArrayList<>();
        for (Overlap overlap : OVERLAPS) {
            rows.add(new MeasureRow(
                    overlap.name(),
                    overlap.label(),
                    known(overlap.of(ours, theirs)),
                    known(overlap.of(theirs, theirs))));
        }
        for (Measure measure : MEASURES) {
            rows.add(new MeasureRow(measure.name(), measure.label(), figure(measure, ours), figure(measure, theirs)));
        }
        fingerprint.ifPresent(print -> {
            ToDoubleFunction<Piece> length =
                    piece -> Novelty.of(piece.score(), print).longestLength();
            ToDoubleFunction<Piece> share =
                    piece -> Novelty.of(piece.score(), print).share();
            rows.add(new MeasureRow("copiedShare", "notes in copied runs", mean(ours, share), mean(theirs, share)));
            rows.addAll(extremes("copiedRun", "copied notes in a row, at most", ours, theirs, length));
        });
        if (!training.isEmpty()) {
            List<Piece> learned = training.stream().map(Piece::of).toList();
            TrainingMusic music = new TrainingMusic(training);
            AllVoicesMatch voices = new AllVoicesMatch(learned);
            ToDoubleFunction<Piece> exact = piece ->
                    music.longest(piece.score()).map(MeasureReport::length).orElse(0);
            rows.addAll(extremes("trackMatch", "longest match of a track, notes", ours, theirs, exact));
            rows.addAll(
                    extremes("allVoicesMatch", "longest match of all voices, beats", ours, theirs, voices::longest));
        }
        return new MeasureReport(samples.size(), reference.size(), rows);
    }

    private static int length(Copy copy) {
        return copy.run().length();
    }

    private static OptionalDouble figure(Measure measure, List<Piece> pieces) {
        List<Ratio> ratios =
                pieces.stream().map(measure::of).filter(Ratio::measured).toList();
        if (measure.pooled()) {
            double whole = ratios.stream().mapToDouble(Ratio::whole).sum();
            return known(ratios.stream().mapToDouble(Ratio::part).sum() / whole);
        }
        return ratios.stream().mapToDouble(Ratio::value).average();
    }

    private static OptionalDouble mean(List<Piece> pieces, ToDoubleFunction<Piece> figure) {
        return pieces.stream().mapToDouble(figure).average();
    }

    /** The median and the highest of a figure. */
    private static List<MeasureRow> extremes(
            String name, String label, List<Piece> ours, List<Piece> theirs, ToDoubleFunction<Piece> figure) {
        double[] samples = ours.stream().mapToDouble(figure).sorted().toArray();
        double[] reference = theirs.stream().mapToDouble(figure).sorted().toArray();
        return List.of(
                new MeasureRow(
                        name + "Median",
                        label + ", median",
                        OptionalDouble.of(samples[samples.length / 2]),
                        OptionalDouble.of(reference[reference.length / 2])),
                new MeasureRow(
                        name + "Most",
                        label + ", most",
                        OptionalDouble.of(samples[samples.length - 1]),
                        OptionalDouble.of(reference[reference.length - 1])));
    }

    private static OptionalDouble known(double figure) {
        return Double.isNaN(figure) ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    /** The figures of {@code cadenza evaluate --samples --json}; what could not be measured is left out. */
    public Settings toSettings() {
        Settings ours = Settings.empty().with("pieces", samples);
        Settings theirs = Settings.empty().with("pieces", reference);
        for (MeasureRow row : rows) {
            ours = row.samples().isPresent()
                    ? ours.with(row.name(), row.samples().getAsDouble())
                    : ours;
            theirs = row.reference().isPresent()
                    ? theirs.with(row.name(), row.reference().getAsDouble())
                    : theirs;
        }
        return Settings.empty().with("samples", ours).with("reference", theirs);
    }
}
