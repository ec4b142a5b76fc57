package cadenza.music.voices;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.api.voices.VoiceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores for the tests of this package. */
final class Pieces {
    static final int STEP = VoiceLines.STEP;

    private Pieces() {}

    /** A piece in one meter that ends with its last note. */
    static Score of(String meter, Track... tracks) {
        return of(List.of(new MeterChange(0, Meter.parse(meter))), tracks);
    }

    static Score of(List<MeterChange> meters, Track... tracks) {
        long end = List.of(tracks).stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElse(0);
        return new Score("piece", List.of(new TempoChange(0, 100)), meters, Optional.empty(), List.of(tracks), end);
    }

    /** A voice from pairs of pitch (0 for a rest) and length in sixteenths. */
    static Track voice(String pitchesAndLengths) {
        return voice(0, STEP, pitchesAndLengths);
    }

    /** @param unit what the lengths count, in ticks */
    static Track voice(int channel, int unit, String pitchesAndLengths) {
        String[] numbers = pitchesAndLengths.split(" ");
        List<Note> notes = new ArrayList<>();
        long tick = 0;
        for (int i = 0; i < numbers.length; i += 2) {
            int pitch = Integer.parseInt(numbers[i]);
            long duration = Long.parseLong(numbers[i + 1]) * unit;
            if (pitch > 0) {
                notes.add(new Note(tick, duration, pitch, 64));
            }
            tick += duration;
        }
        return new Track("", channel, 0, notes);
    }

    /** The codec of just these pieces. */
    static VoicesCodec codecOf(Score... scores) throws UnsuitableDocumentException {
        return codecOf(0, 0, scores);
    }

    static VoicesCodec codecOf(int lowest, int highest, Score... scores) throws UnsuitableDocumentException {
        List<VoiceLines> lines = new ArrayList<>();
        for (Score score : scores) {
            lines.add(VoiceLines.of(score));
        }
        return VoicesCodec.of(List.of(scores), lines, lowest, highest);
    }
}
