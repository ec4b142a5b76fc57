package cadenza.host.novelty;

import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.novelty.SequenceIndex.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The music that a model was trained on, where it is at hand: finds the very place that was copied, in any
 * transposition. Compares the same as {@link MusicFingerprint} ({@link OnsetStep}), without hashes. Immutable; safe for use
 * by several threads.
 */
public final class TrainingMusic {
    /** A track of the training music. */
    private record Line(Score score, int track, List<Onset> onsets) {
        Run run(int from, int length) {
            return new Run(
                    track,
                    onsets.get(from).tick(),
                    onsets.get(from + length - 1).tick(),
                    length);
        }

        boolean percussion() {
            return score.tracks().get(track).percussion();
        }

        List<OnsetStep> steps() {
            return OnsetStep.of(onsets, percussion());
        }
    }

    private final List<Line> lines;
    private final SequenceIndex<OnsetStep> index;

    public TrainingMusic(List<Score> scores) {
        lines = scores.stream().flatMap(score -> lines(score).stream()).toList();
        index = new SequenceIndex<>(lines.stream().map(Line::steps).toList());
    }

    private static List<Line> lines(Score score) {
        List<Line> lines = new ArrayList<>();
        for (int track = 0; track < score.tracks().size(); track++) {
            Track notes = score.tracks().get(track);
            lines.add(new Line(score, track, Onset.of(notes)));
        }
        return lines;
    }

    /** The longest run of a score that is in this music, the first of several; empty if not even two onsets are. */
    public Optional<Copy> longest(Score score) {
        Copy longest = null;
        for (Line line : lines(score)) {
            Match match = index.longest(line.steps());
            int length = match.length() + 1;
            if (match.length() > 0 && (longest == null || length > longest.run().length())) {
                Line source = lines.get(match.sequence());
                int shift = line.onsets().get(match.from()).pitches().get(0)
                        - source.onsets().get(match.position()).pitches().get(0);
                longest = new Copy(
                        line.run(match.from(), length),
                        source.score(),
                        source.run(match.position(), length),
                        line.percussion() ? 0 : shift);
            }
        }
        return Optional.ofNullable(longest);
    }
}
