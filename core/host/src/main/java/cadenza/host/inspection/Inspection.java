package cadenza.host.inspection;

import cadenza.api.document.KeyEstimate;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.measure.VoiceLeadingFaults;
import cadenza.host.music.Bars;
import cadenza.host.music.MidiReading;
import cadenza.host.music.Seconds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The facts of a MIDI file and its music. Immutable.
 *
 * @param reading the file as it was read
 * @param score the music that the other facts are of: as it was read, or as it was quantised since
 * @param bars how many there are, the last perhaps begun only
 * @param silentBars how many of them, at the end, are without a note
 * @param seconds from the start to the end, at the score's tempos
 * @param pickup ticks before the first full bar, if there are any; see {@link Bars#pickup}
 * @param estimate the key that fits best, if any does; percussion does not count
 * @param range of the pitched tracks; empty if there are none
 * @param polyphony the most notes of pitched tracks at once
 * @param tracks in the order of the score
 * @param voiceLeading where its voices do not keep the rules, if it has voices
 */
public record Inspection(
        MidiReading reading,
        Score score,
        long bars,
        long silentBars,
        double seconds,
        OptionalLong pickup,
        Optional<KeyEstimate.Fit> estimate,
        Optional<Ambitus> range,
        int polyphony,
        List<TrackFacts> tracks,
        VoiceLeadingFaults voiceLeading) {
    public Inspection {
        tracks = List.copyOf(tracks);
    }

    /** Finds the facts of a file as it was read. */
    public static Inspection of(MidiReading reading) {
        return of(reading, reading.score());
    }

    /** Finds the facts of a file. @param score the music of the file, perhaps quantised */
    public static Inspection of(MidiReading reading, Score score) {
        List<Note> pitched = score.tracks().stream()
                .filter(track -> !track.percussion())
                .map(Track::notes)
                .flatMap(List::stream)
                .toList();
        Bars bars = new Bars(score);
        return new Inspection(
                reading,
                score,
                bars.count(),
                bars.silentAtTheEnd(),
                Seconds.until(score.end(), score.tempos()),
                bars.pickup(),
                KeyEstimate.fit(score),
                Ambitus.of(pitched),
                Polyphony.of(pitched),
                score.tracks().stream().map(TrackFacts::of).toList(),
                VoiceLeadingFaults.of(score));
    }

    /** Length in quarters. */
    public double quarters() {
        return (double) score.end() / Score.TICKS_PER_QUARTER;
    }
}
