package cadenza.host.measure;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Settings;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.Tunes;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasureReportTest {
    private final Random random = new Random(3);

    private Score duet(String title) {
        return Tunes.score(
                title,
                new Track("Upper", 0, 0, Tunes.random(random, 40)),
                new Track("Lower", 1, 0, Tunes.moved(Tunes.random(random, 40), 0, -12)));
    }

    @Test
    void aSetBesideItselfHasTheSameFiguresAndOverlapsWholly() {
        List<Score> duets = List.of(duet("one"), duet("two"), duet("three"));
        MeasureReport report = MeasureReport.of(duets, duets, MusicFingerprint.of(duets), duets);
        assertThat(report.samples()).isEqualTo(3);
        assertThat(report.rows()).allSatisfy(row -> assertThat(row.samples()).isEqualTo(row.reference()));
        Settings figures = report.toSettings().settings("samples");
        assertThat(figures.decimal("pitchClassOverlap", 0.999999, 1.000001)).isPositive();
        assertThat(figures.decimal("durationOverlap", 0.999999, 1.000001)).isPositive();
        assertThat(figures.decimal("copiedShare", 1, 1)).isEqualTo(1);
        assertThat(figures.decimal("copiedRunMost", 40, 40)).isEqualTo(40);
        assertThat(figures.decimal("trackMatchMedian", 40, 40)).isEqualTo(40);
    }

    @Test
    void eachMeasureIsARowOfItsOwnName() {
        List<Score> duets = List.of(duet("one"));
        MeasureReport report =
                MeasureReport.of(duets, List.of(duet("two"), duet("three")), Optional.empty(), List.of());
        assertThat(report.rows())
                .extracting(MeasureRow::name)
                .containsExactly(
                        "pitchClassOverlap",
                        "durationOverlap",
                        "scaleConsistency",
                        "triadsAndSevenths",
                        "tonicEnding",
                        "parallelMoves",
                        "voiceCrossing",
                        "wideLeaps",
                        "notesPerBeat",
                        "grooveConsistency",
                        "barRepetition",
                        "emptyBars");
        assertThat(report.toSettings().settings("reference").number("pieces")).isEqualTo(2);
    }

    @Test
    void whatCannotBeMeasuredIsLeftOut() {
        List<Score> drums = List.of(Tunes.score("drums", Tunes.PERCUSSION, Tunes.random(random, 40)));
        MeasureReport report = MeasureReport.of(drums, List.of(duet("one")), Optional.empty(), List.of());
        assertThat(report.toSettings().settings("samples").names())
                .containsExactly(
                        "pieces", "durationOverlap", "notesPerBeat", "grooveConsistency", "barRepetition", "emptyBars");
    }

    @Test
    void rareFaultsArePooledOverAllPieces() {
        Score still = Tunes.score(
                "still",
                new Track("", 0, 0, Tunes.random(new Random(1), 100)),
                new Track("", 1, 0, Tunes.moved(Tunes.random(new Random(1), 100), 0, -12)));
        Score short1 = Tunes.score(
                "short",
                new Track("", 0, 0, Tunes.random(new Random(2), 2)),
                new Track("", 1, 0, Tunes.moved(Tunes.random(new Random(9), 2), 0, -5)));
        List<Score> both = List.of(still, short1);
        double pooled = MeasureReport.of(both, both, Optional.empty(), List.of())
                .toSettings()
                .settings("samples")
                .decimal("parallelMoves", 0, 1);
        // All moves of the long one are octaves; were pieces to count the same, the short one would weigh half.
        assertThat(pooled).isGreaterThan(0.97);
    }
}
