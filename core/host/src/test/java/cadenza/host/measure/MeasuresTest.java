package cadenza.host.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    private static final int REST = 0;

    /** A line of quarters. @param pitches 0 for a rest */
    private static Track quarters(int... pitches) {
        return line(480, 0, pitches);
    }

    private static Track line(int length, int channel, int... pitches) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            if (pitches[i] != REST) {
                notes.add(new Note((long) i * length, length, pitches[i], 80));
            }
        }
        return new Track("", channel, 0, notes);
    }

    private static Piece piece(Track... tracks) {
        long end = List.of(tracks).stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElseThrow();
        return piece((end + 1919) / 1920 * 1920, tracks);
    }

    private static Piece piece(long end, Track... tracks) {
        return Piece.of(new Score(
                "",
                List.of(new TempoChange(0, 90)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(tracks),
                end));
    }

    private static void assertFigure(Measure measure, Piece piece, double figure) {
        assertThat(measure.of(piece).value()).as(measure.name()).isCloseTo(figure, within(1e-12));
    }

    private static void assertNothing(Measure measure, Piece piece) {
        assertThat(measure.of(piece).measured()).as(measure.name()).isFalse();
    }

    @Test
    void theBestScaleIsMajorOrHarmonicMinor() {
        assertFigure(new ScaleConsistency(), piece(quarters(60, 62, 64, 65, 67, 69, 71, 72)), 1);
        assertFigure(new ScaleConsistency(), piece(quarters(57, 59, 60, 62, 64, 65, 68, 69)), 1);
        // Of twelve semitones any scale has seven.
        assertFigure(new ScaleConsistency(), piece(quarters(60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71)), 7.0 / 12);
        assertNothing(new ScaleConsistency(), piece(line(480, 9, 36, 38)));
    }

    @ParameterizedTest
    @CsvSource({
        "60, 64, 67, 1",
        "60, 63, 67, 1",
        "60, 63, 66, 1",
        "60, 64, 68, 1",
        "67, 65, 71, 1",
        "60, 64, 71, 1",
        "60, 62, 0, 1",
        "60, 61, 0, 1",
        "60, 62, 64, 0",
        "60, 62, 67, 0",
        "60, 61, 66, 0",
        "60, 65, 66, 0"
    })
    void aChordIsATriadOrASeventhOrPartOfOne(int one, int two, int three, int chord) {
        assertFigure(new TriadsAndSevenths(), piece(quarters(one), line(480, 1, two), line(480, 2, three, 60)), chord);
    }

    @Test
    void beatsOfOnePitchClassDoNotCountAsChordsAndPlayedOnesMayBeLate() {
        assertNothing(new TriadsAndSevenths(), piece(quarters(60, 60), line(480, 1, 72, 48)));
        Track late = new Track("", 1, 0, List.of(new Note(20, 460, 64, 80), new Note(500, 460, 65, 80)));
        assertFigure(new TriadsAndSevenths(), piece(quarters(60, 59), late), 1);
    }

    @Test
    void densityCountsAllNotesFromTheFirstToTheLast() {
        assertFigure(new NoteDensity(), piece(quarters(REST, 60, 62, REST, 64), line(480, 9, REST, 36)), 1);
    }

    @Test
    void grooveIsWhereNotesBeginWhateverTheirPitch() {
        assertFigure(new GrooveConsistency(), piece(quarters(60, 62, 64, 65, 67, 69, 71, 72)), 1);
        // Four onsets of the second bar are not in the first.
        assertFigure(
                new GrooveConsistency(),
                piece(
                        quarters(60, 62, 64, 65, 60, 60, 60, 60),
                        line(240, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 72, 0, 72, 0, 72, 0, 72)),
                1 - 4.0 / 64);
        assertNothing(new GrooveConsistency(), piece(quarters(60)));
    }

    @Test
    void aBarIsRepeatedWhereAllOfItIs() {
        assertFigure(new BarRepetition(), piece(quarters(60, 62, 64, 65, 60, 62, 64, 65, 60, 62, 64, 66)), 1.0 / 3);
        Track held = new Track("", 0, 0, List.of(new Note(0, 3840, 60, 80), new Note(3840, 1920, 60, 80)));
        assertFigure(new BarRepetition(), piece(held), 2.0 / 3);
        assertFigure(new BarRepetition(), piece(quarters(60, 62, 64, 65), line(480, 1, 0, 0, 0, 0, 60, 62, 64, 65)), 0);
    }

    @Test
    void emptyBarsAreThoseWhereNothingSounds() {
        assertFigure(new EmptyBars(), piece(quarters(60, 0, 0, 0, 0, 0, 0, 0, 60)), 1.0 / 3);
        assertFigure(new EmptyBars(), piece(new Track("", 0, 0, List.of(new Note(0, 1930, 60, 80)))), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "72, 74, 65, 67, 1", // fifths
        "72, 74, 60, 62, 1", // octaves
        "72, 74, 72, 74, 1", // unisons
        "72, 65, 53, 46, 1", // twelfths
        "72, 74, 68, 70, 0", // thirds
        "72, 74, 65, 62, 0", // contrary
        "72, 74, 65, 55, 0" // a fifth, then a twelfth below
    })
    void parallelsAreFifthsOctavesAndUnisonsThatGoOn(int upper, int upperNext, int lower, int lowerNext, int parallel) {
        Piece piece = piece(quarters(upper, upperNext), line(480, 1, lower, lowerNext));
        assertFigure(new ParallelMoves(), piece, parallel);
    }

    @Test
    void aMoveIsOfTwoVoicesOrMore() {
        assertNothing(new ParallelMoves(), piece(quarters(72, 72), line(480, 1, 65, 67)));
        assertNothing(new ParallelMoves(), piece(quarters(72, 74)));
        // The second voice enters while the first moves: a move, and no parallel.
        assertFigure(new ParallelMoves(), piece(quarters(72, 74), line(480, 1, REST, 67)), 0);
    }

    @Test
    void voicesAreCrossedWhileALowerOneIsHigher() {
        Piece piece = piece(quarters(72, 60, 72, 72), line(480, 1, 65, 65, 65, REST));
        assertFigure(new VoiceCrossing(), piece, 0.25);
        assertNothing(new VoiceCrossing(), piece(quarters(72, 60)));
    }

    @Test
    void whatIsNoSingleLineIsNoVoice() {
        Track chords = new Track("", 1, 0, List.of(new Note(0, 480, 60, 80), new Note(0, 480, 64, 80)));
        assertThat(piece(quarters(72), chords).voices()).isEmpty();
        Track legato = new Track("", 1, 0, List.of(new Note(0, 500, 60, 80), new Note(480, 480, 62, 80)));
        assertThat(piece(quarters(72, 74), legato).voices()).isPresent();
    }

    @Test
    void aWideLeapIsOverAnOctave() {
        assertFigure(new WideLeaps(), piece(quarters(60, 72, 59, 60), line(480, 1, 48, 48, 48, 48)), 1.0 / 6);
        assertNothing(new WideLeaps(), piece(quarters(60, 72, 59, 60)));
    }

    @ParameterizedTest
    @CsvSource({"60, 64, 67, 1", "48, 60, 64, 1", "64, 67, 72, 0", "60, 63, 67, 0", "60, 65, 69, 0", "55, 59, 62, 0"})
    void aPieceInCMajorEndsOnItsTonicTriad(int bass, int tenor, int alto, int tonic) {
        assertFigure(
                new TonicEnding(),
                piece(
                        quarters(60, 62, 64, 65, 67, 69, 71, 72, 67, 64, 60, 67, 64, 60, 60, alto),
                        line(480, 1, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, tenor),
                        line(480, 2, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, bass)),
                tonic);
    }

    @ParameterizedTest
    @CsvSource({"72, 1", "73, 1", "74, 0"})
    void aPieceInMinorMayEndWithAPicardyThird(int third, int tonic) {
        assertFigure(
                new TonicEnding(),
                piece(
                        quarters(69, 71, 72, 74, 76, 77, 80, 81, 76, 72, 69, 76, 72, 69, 69, third),
                        line(480, 1, 57, 57, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 64, 57)),
                tonic);
    }

    @Test
    void percussionAloneHasNeitherKeyNorVoices() {
        Piece drums = piece(line(240, 9, 36, 42, 38, 42, 36, 42, 38, 42));
        assertNothing(new TonicEnding(), drums);
        assertNothing(new TriadsAndSevenths(), drums);
        assertNothing(new ParallelMoves(), drums);
        assertFigure(new NoteDensity(), drums, 2);
    }

    @Test
    void pitchClassesAreCountedFromTheTonicAndEachModeApart() {
        Piece c = piece(quarters(60, 62, 64, 65, 67, 69, 71, 72));
        Piece d = piece(quarters(62, 64, 66, 67, 69, 71, 73, 74));
        Piece aMinor = piece(quarters(69, 71, 72, 74, 76, 69, 72, 76, 69, 68, 69));
        PitchClassOverlap overlap = new PitchClassOverlap();
        assertThat(overlap.of(List.of(c), List.of(d))).isCloseTo(1, within(1e-12));
        assertThat(overlap.of(List.of(c), List.of(aMinor))).isZero();
        assertThat(overlap.of(List.of(c, aMinor), List.of(d))).isCloseTo(0.5, within(1e-12));
        assertThat(overlap.of(List.of(piece(line(480, 9, 36))), List.of(c))).isNaN();
    }

    @Test
    void lengthsAreComparedInSixteenths() {
        DurationOverlap overlap = new DurationOverlap();
        assertThat(overlap.of(List.of(piece(line(480, 0, 60))), List.of(piece(line(500, 0, 60)))))
                .isEqualTo(1);
        assertThat(overlap.of(List.of(piece(line(480, 0, 60))), List.of(piece(line(600, 0, 60)))))
                .isZero();
        assertThat(overlap.of(List.of(piece(line(1920, 0, 60), line(10, 1, 60))), List.of(piece(line(9999, 0, 60)))))
                .isEqualTo(0.5);
    }

    @Test
    void theMatchOfAllVoicesIsInBeatsAndAnyTransposition() {
        Piece source = piece(quarters(72, 74, 76, 77, 79, 77), line(480, 1, 60, 62, 60, 59, 60, 53));
        Piece higher = piece(quarters(75, 77, 79, 80, 82, 65), line(480, 1, 63, 65, 63, 62, 63, 63));
        AllVoicesMatch match = new AllVoicesMatch(List.of(source));
        // Six beats are 24 sixteenths, and 23 steps from one to the next.
        assertThat(match.longest(source)).isEqualTo(23 / 4.0);
        assertThat(match.longest(higher)).isEqualTo(19 / 4.0);
        assertThat(match.longest(piece(quarters(72, 74)))).isZero();
    }
}
