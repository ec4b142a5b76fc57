package cadenza.host.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.document.KeyEstimate;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.host.music.MidiReading;
import cadenza.host.music.Timebase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private static Inspection inspection(Track... tracks) {
        Score score = new Score(
                "x.mid",
                List.of(new TempoChange(0, 120), new TempoChange(960, 60)),
                List.of(new MeterChange(0, new Meter(2, 4))),
                Optional.of(new KeySignature(0, false)),
                List.of(tracks),
                2880);
        return Inspection.of(
                new MidiReading(score, 1, new Timebase.Quarters(480), 3, Optional.empty(), List.of(), List.of()));
    }

    private static Track track(int channel, Note... notes) {
        return new Track("", channel, 0, List.of(notes));
    }

    @Test
    void lengthIsInBarsQuartersAndSeconds() {
        Inspection inspection = inspection(track(0, new Note(0, 960, 60, 80)));

        assertThat(inspection.bars()).isEqualTo(3);
        assertThat(inspection.silentBars()).isEqualTo(2);
        assertThat(inspection.quarters()).isEqualTo(6);
        assertThat(inspection.seconds()).isCloseTo(5, within(1e-9));
    }

    @Test
    void notesThatTouchDoNotSoundAtOnce() {
        Inspection inspection =
                inspection(track(0, new Note(0, 480, 60, 80), new Note(480, 480, 60, 80), new Note(470, 20, 64, 80)));

        assertThat(inspection.tracks().get(0).polyphony()).isEqualTo(2);
    }

    @Test
    void polyphonyIsCountedOverAllPitchedTracks() {
        Inspection inspection = inspection(
                track(0, new Note(0, 960, 60, 80)),
                track(1, new Note(480, 960, 64, 80), new Note(480, 10, 67, 80)),
                track(9, new Note(480, 960, 36, 80)));

        assertThat(inspection.polyphony()).isEqualTo(3);
        assertThat(inspection.range()).contains(new Ambitus(60, 67));
    }

    @Test
    void percussionAloneHasNoRangeAndNoKey() {
        Inspection inspection = inspection(track(9, new Note(0, 10, 36, 80), new Note(480, 10, 38, 80)));

        assertThat(inspection.range()).isEmpty();
        assertThat(inspection.polyphony()).isZero();
        assertThat(inspection.estimate()).isEmpty();
    }

    @Test
    void aTrackHasVelocitiesAndStrokes() {
        TrackFacts facts = inspection(
                        track(9, new Note(0, 10, 38, 20), new Note(480, 10, 36, 100), new Note(960, 10, 38, 90)))
                .tracks()
                .get(0);

        assertThat(facts.softest()).isEqualTo(20);
        assertThat(facts.loudest()).isEqualTo(100);
        assertThat(facts.meanVelocity()).isEqualTo(70);
        assertThat(facts.strokes()).containsExactly(Map.entry(36, 1), Map.entry(38, 2));
    }

    @Test
    void theKeyIsEstimatedWithItsCorrelation() {
        int[] scale = {60, 62, 64, 65, 67, 69, 71, 72, 67, 64, 60};
        Note[] notes = new Note[scale.length];
        for (int i = 0; i < scale.length; i++) {
            notes[i] = new Note(i * 240L, 240, scale[i], 80);
        }
        KeyEstimate.Fit fit = inspection(track(0, notes)).estimate().orElseThrow();

        assertThat(fit.key()).isEqualTo(new KeySignature(0, false));
        assertThat(fit.correlation()).isBetween(0.8, 1.0);
        assertThat(fit.clear()).isTrue();
    }

    @Test
    void aRangeOfOnePitchIsThatPitch() {
        assertThat(new Ambitus(60, 60)).hasToString("C4");
        assertThat(new Ambitus(48, 61)).hasToString("C3 to C#4");
    }
}
