package cadenza.host.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceLeadingFaultsTest {
    private static final int REST = 0;

    /** A line of quarters. @param pitches 0 for a rest */
    private static Track line(int... pitches) {
        return detached(480, pitches);
    }

    /** Quarters that sound for less. @param duration in ticks */
    private static Track detached(long duration, int... pitches) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            if (pitches[i] != REST) {
                notes.add(new Note(i * 480L, duration, pitches[i], 80));
            }
        }
        return new Track("", 0, 0, notes);
    }

    /** In bars of 2/4, two quarters each. */
    private static VoiceLeadingFaults faults(Track... tracks) {
        return VoiceLeadingFaults.of(new Score(
                "",
                List.of(new TempoChange(0, 90)),
                List.of(new MeterChange(0, new Meter(2, 4))),
                Optional.empty(),
                List.of(tracks),
                9600));
    }

    private static List<VoiceLeadingRule> rules(Track... tracks) {
        return faults(tracks).faults().stream().map(VoiceLeadingFault::rule).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "72, 74, 65, 67", // fifths
        "74, 72, 67, 65", // downwards
        "72, 74, 53, 55", // twelfths
        "67, 81, 60, 62" // a fifth, then a twelfth
    })
    void fifthsInTheSameDirectionAreParallel(int upper, int upperNext, int lower, int lowerNext) {
        assertThat(rules(line(upper, upperNext), line(lower, lowerNext)))
                .containsExactly(VoiceLeadingRule.PARALLEL_FIFTH);
    }

    @ParameterizedTest
    @CsvSource({
        "72, 74, 60, 62", // octaves
        "72, 74, 72, 74", // unisons
        "84, 81, 60, 57", // two octaves
        "72, 86, 60, 62" // an octave, then two
    })
    void octavesAndUnisonsInTheSameDirectionAreParallel(int upper, int upperNext, int lower, int lowerNext) {
        VoiceLeadingFaults faults = faults(line(upper, upperNext), line(lower, lowerNext));

        assertThat(faults.against(VoiceLeadingRule.PARALLEL_OCTAVE)).hasSize(1);
        assertThat(faults.parallels()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "72, 77, 60, 53", // octaves, contrary
        "67, 69, 60, 50", // a fifth and a twelfth, contrary
        "72, 72, 65, 65", // repeated
        "72, 72, 65, 60", // the upper voice repeats
        "72, 74, 67, 69", // fourths
        "72, 74, 66, 67", // a diminished fifth, then a perfect one
        "72, 73, 65, 67" // a perfect fifth, then a diminished one
    })
    void whatStaysGoesApartOrIsNotPerfectIsNotParallel(int upper, int upperNext, int lower, int lowerNext) {
        assertThat(faults(line(upper, upperNext), line(lower, lowerNext)).parallels())
                .isZero();
    }

    @Test
    void voicesThatDoNotMoveAtTheSameTickAreNotParallel() {
        Track syncopated = new Track("", 1, 0, List.of(new Note(0, 720, 65, 80), new Note(720, 240, 67, 80)));

        assertThat(rules(line(72, 74), syncopated)).isEmpty();
    }

    @Test
    void aRestPartsWhatIsBeforeAndAfter() {
        assertThat(rules(line(72, REST, 74), line(65, REST, 67))).isEmpty();
        assertThat(rules(line(72, 72, 74), line(65, REST, 67))).isEmpty();
        assertThat(rules(detached(240, 72, 74), detached(240, 65, 67))).isEmpty();
    }

    @Test
    void detachedNotesAreNotPartedByRests() {
        assertThat(rules(detached(241, 72, 74), detached(241, 65, 67)))
                .containsExactly(VoiceLeadingRule.PARALLEL_FIFTH);
    }

    @Test
    void aFaultHasItsPlaceAndItsVoices() {
        VoiceLeadingFaults faults = faults(line(48, 48, 55), line(76, 76, 79), line(67, 60, 74));

        assertThat(faults.voices()).containsExactly(1, 2, 0);
        assertThat(faults.faults())
                .containsExactly(
                        new VoiceLeadingFault(VoiceLeadingRule.SPACING, 480, 1, 0, 1),
                        new VoiceLeadingFault(VoiceLeadingRule.HIDDEN_OCTAVE, 960, 2, 0, 2));
    }

    @Test
    void eachPairIsCountedAndPerBarAltogether() {
        // Fifths between the first and the second, octaves between the first and the third, in bars 1 and 2.
        VoiceLeadingFaults faults = faults(line(72, 74, 76), line(65, 67, 69), line(60, 62, 64));

        assertThat(faults.against(VoiceLeadingRule.PARALLEL_FIFTH))
                .containsExactly(
                        new VoiceLeadingFault(VoiceLeadingRule.PARALLEL_FIFTH, 480, 1, 0, 1),
                        new VoiceLeadingFault(VoiceLeadingRule.PARALLEL_FIFTH, 960, 2, 0, 1));
        assertThat(faults.against(VoiceLeadingRule.PARALLEL_OCTAVE))
                .containsExactly(
                        new VoiceLeadingFault(VoiceLeadingRule.PARALLEL_OCTAVE, 480, 1, 0, 2),
                        new VoiceLeadingFault(VoiceLeadingRule.PARALLEL_OCTAVE, 960, 2, 0, 2));
        assertThat(faults.parallels()).isEqualTo(4);
        assertThat(faults.bars()).isEqualTo(2);
        assertThat(faults.parallelsPerBar()).isEqualTo(2);
    }

    @Test
    void hiddenIntervalsAreThoseOfTheOutermostVoicesWhereTheUpperLeaps() {
        assertThat(rules(line(72, 76), line(64, 69))).containsExactly(VoiceLeadingRule.HIDDEN_FIFTH);
        assertThat(rules(line(72, 76), line(60, 64))).containsExactly(VoiceLeadingRule.PARALLEL_OCTAVE);
        assertThat(rules(line(72, 76), line(57, 64))).containsExactly(VoiceLeadingRule.HIDDEN_OCTAVE);
        // The upper voice goes by step.
        assertThat(rules(line(74, 76), line(64, 69))).isEmpty();
        // A unison and an octave are not the same.
        assertThat(rules(line(60, 76), line(60, 64))).contains(VoiceLeadingRule.HIDDEN_OCTAVE);
        // The lowest voice has no part in it.
        assertThat(rules(line(72, 76), line(64, 69), line(48, 48))).isEmpty();
    }

    @Test
    void aCrossingIsOneFaultHoweverLong() {
        VoiceLeadingFaults crossed = faults(line(72, 62, 62, 72, 62, 72, 72, 72), line(64, 64, 64, 64, 64, 60, 60, 60));

        assertThat(crossed.faults())
                .containsExactly(
                        new VoiceLeadingFault(VoiceLeadingRule.CROSSING, 480, 1, 0, 1),
                        new VoiceLeadingFault(VoiceLeadingRule.CROSSING, 1920, 3, 0, 1));
        assertThat(crossed.crossingShare()).isCloseTo(3.0 / 8, within(1e-12));
    }

    @Test
    void neighboursOverlapWhereOneGoesBeyondWhereTheOtherWas() {
        assertThat(rules(line(72, 64), line(65, 60))).containsExactly(VoiceLeadingRule.OVERLAP);
        assertThat(rules(line(67, 76), line(64, 69))).contains(VoiceLeadingRule.OVERLAP);
        // To the same pitch is allowed.
        assertThat(rules(line(72, 65), line(65, 62))).isEmpty();
    }

    @Test
    void theTwoLowestVoicesMayBeFarApart() {
        VoiceLeadingFaults faults = faults(line(79, 77, 77, 79), line(67, 67, 64, 64), line(43, 43, 43, 43));

        assertThat(faults.against(VoiceLeadingRule.SPACING))
                .containsExactly(new VoiceLeadingFault(VoiceLeadingRule.SPACING, 960, 2, 0, 1));
        assertThat(faults.wideShare()).isEqualTo(0.5);
    }

    @Test
    void fourVoicesHaveTheRangesOfAChoir() {
        VoiceLeadingFaults inside = faults(line(60, 79), line(55, 72), line(48, 67), line(40, 60));
        VoiceLeadingFaults outside = faults(line(80, 79), line(55, 73), line(47, 68), line(39, 61));

        assertThat(inside.notesOutOfRange()).isZero();
        assertThat(outside.against(VoiceLeadingRule.RANGE))
                .extracting(VoiceLeadingFault::upper)
                .containsExactly(0, 2, 3, 1, 2, 3);
        assertThat(faults(line(100, 101), line(55, 73)).notesOutOfRange()).isZero();
    }

    @Test
    void whatIsNoSingleLineIsLeftOut() {
        Track chords = new Track("", 1, 0, List.of(new Note(0, 480, 60, 80), new Note(0, 480, 64, 80)));
        Track drums = new Track("", Track.PERCUSSION_CHANNEL, 0, List.of(new Note(0, 480, 36, 80)));
        VoiceLeadingFaults faults = faults(drums, line(48, 50), chords, line(60, 62));

        assertThat(faults.voices()).containsExactly(3, 1);
        assertThat(faults.leftOut()).containsExactly(2);
        assertThat(faults.parallels()).isEqualTo(1);
    }

    @Test
    void oneVoiceOrNineHaveNoVoiceLeading() {
        Track[] nine = IntStream.range(0, 9)
                .mapToObj(voice -> line(72 - voice, 74 - voice))
                .toArray(Track[]::new);
        VoiceLeadingFaults one = faults(line(72, 74));

        assertThat(one.measured()).isFalse();
        assertThat(one.voices()).containsExactly(0);
        assertThatThrownBy(one::parallelsPerBar).hasMessage("1 voices are not in 2..8");
        assertThat(faults(nine).measured()).isFalse();
        assertThat(faults(Collections.nCopies(8, line(72, 74)).toArray(Track[]::new))
                        .measured())
                .isTrue();
    }
}
