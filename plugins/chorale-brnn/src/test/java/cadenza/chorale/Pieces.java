package cadenza.chorale;

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
    private Pieces() {}

    /** Four bars in four voices, so many semitones higher. */
    static Score hymn(String title, int semitones) {
        return of(
                title,
                "4/4",
                voice(0, semitones, "72 4 74 4 76 8 77 4 76 4 74 8 72 4 71 4 72 8 0 8 72 8"),
                voice(1, semitones, "67 8 67 8 69 4 67 4 67 8 69 4 67 4 67 8 0 8 67 8"),
                voice(2, semitones, "64 4 65 4 60 8 60 8 59 8 57 4 62 4 64 8 0 8 64 8"),
                voice(3, semitones, "48 2 50 2 47 4 48 8 53 4 48 4 55 8 53 4 55 4 48 8 0 8 48 8"));
    }

    static Score waltz() {
        return of(
                "waltz",
                "3/4",
                voice(0, 0, "76 4 74 4 72 4 74 12"),
                voice(1, 0, "67 12 67 12"),
                voice(2, 0, "60 8 59 4 59 12"),
                voice(3, 0, "48 12 55 12"));
    }

    static Score of(String title, String meter, Track... tracks) {
        long end = List.of(tracks).stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElseThrow();
        return new Score(
                title,
                List.of(new TempoChange(0, 96)),
                List.of(new MeterChange(0, Meter.parse(meter))),
                Optional.empty(),
                List.of(tracks),
                end);
    }

    /** A voice from pairs of pitch (0 for a rest) and length in sixteenths. */
    static Track voice(int channel, int semitones, String pitchesAndLengths) {
        String[] numbers = pitchesAndLengths.isEmpty() ? new String[0] : pitchesAndLengths.split(" ");
        List<Note> notes = new ArrayList<>();
        long tick = 0;
        for (int i = 0; i < numbers.length; i += 2) {
            int pitch = Integer.parseInt(numbers[i]);
            long duration = Long.parseLong(numbers[i + 1]) * VoiceLines.STEP;
            if (pitch > 0) {
                notes.add(new Note(tick, duration, pitch + semitones, 80));
            }
            tick += duration;
        }
        return new Track(List.of("Soprano", "Alto", "Tenor", "Bass").get(channel), channel, 52, notes);
    }

    /** The codec of just these pieces, all of four voices. */
    static GridCodec codecOf(Score... scores) throws UnsuitableDocumentException {
        List<VoiceLines> pieces = new ArrayList<>();
        for (Score score : scores) {
            pieces.add(VoiceLines.of(score, 4));
        }
        return GridCodec.of(List.of(scores), pieces, 4);
    }
}
