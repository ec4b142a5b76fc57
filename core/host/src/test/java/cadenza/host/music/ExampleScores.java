package cadenza.host.music;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores for the tests of this package. */
final class ExampleScores {
    static final int SIXTEENTH = Score.TICKS_PER_QUARTER / 4;

    private ExampleScores() {}

    /** Two bars with a change of tempo and meter, two voices and a drum; small enough to check by hand. */
    static Score small() {
        return new Score(
                "Kleine Übung",
                List.of(new TempoChange(0, 120), new TempoChange(1920, 90)),
                List.of(new MeterChange(0, Meter.COMMON), new MeterChange(1920, new Meter(3, 8))),
                Optional.of(new KeySignature(-3, true)),
                List.of(
                        new Track(
                                "Melody",
                                0,
                                73,
                                List.of(
                                        new Note(0, 480, 72, 90),
                                        new Note(480, 480, 72, 80),
                                        new Note(960, 960, 75, 100),
                                        new Note(1920, 720, 72, 70))),
                        new Track("Bass", 1, 32, List.of(new Note(0, 1920, 48, 64), new Note(0, 960, 60, 50))),
                        new Track("Drums", 9, 0, List.of(new Note(960, 1, 38, 127)))),
                2640);
    }

    /** A score at 120 quarters a minute in 4/4 that ends with its last note. */
    static Score of(Track... tracks) {
        long end = List.of(tracks).stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElse(0);
        return new Score(
                "test",
                List.of(new TempoChange(0, 120)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(tracks),
                end);
    }

    static Track track(Note... notes) {
        return new Track("Tune", 0, 0, List.of(notes));
    }

    /** Eight bars of four voices. */
    static Score chorale() {
        return of(
                voice(
                        "Soprano",
                        0,
                        "67 4 67 4 69 4 71 4 72 6 71 2 69 4 67 4 69 4 71 2 72 2 74 4 72 4 71 8 0 8"
                                + " 72 4 74 4 76 4 74 4 72 2 71 2 69 4 71 4 67 4 69 4 67 4 65 2 64 2 62 4 60 16"),
                voice(
                        "Alto",
                        1,
                        "64 4 64 4 65 4 67 4 67 4 67 4 65 4 64 4 65 4 67 4 65 2 67 2 69 4 67 8 0 8"
                                + " 67 4 67 4 67 4 67 4 69 4 66 4 67 4 64 4 65 4 64 4 62 2 60 2 59 4 55 16"),
                voice(
                        "Tenor",
                        2,
                        "60 4 60 4 60 4 62 4 64 4 62 4 60 4 60 4 60 4 62 4 62 4 64 4 62 8 0 8"
                                + " 64 4 62 4 60 4 59 4 57 4 60 4 62 4 60 4 60 4 60 4 57 4 55 2 53 2 52 16"),
                voice(
                        "Bass",
                        3,
                        "48 4 52 4 53 4 55 4 48 4 55 4 53 4 48 4 53 2 52 2 50 4 46 4 45 4 43 8 0 8"
                                + " 48 2 47 2 48 2 50 2 52 4 55 4 45 4 50 4 43 4 48 4 53 4 48 4 50 4 43 4 36 16"));
    }

    /** A voice from pairs of pitch (0 for a rest) and length in sixteenths. */
    static Track voice(String name, int channel, String pitchesAndLengths) {
        String[] numbers = pitchesAndLengths.split(" ");
        List<Note> notes = new ArrayList<>();
        long tick = 0;
        for (int i = 0; i < numbers.length; i += 2) {
            int pitch = Integer.parseInt(numbers[i]);
            long duration = Long.parseLong(numbers[i + 1]) * SIXTEENTH;
            if (pitch > 0) {
                notes.add(new Note(tick, duration, pitch, 80));
            }
            tick += duration;
        }
        return new Track(name, channel, 0, notes);
    }
}
