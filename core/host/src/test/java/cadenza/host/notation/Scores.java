package cadenza.host.notation;

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
import java.util.Random;

/** Scores for the tests of this package. */
final class Scores {
    private Scores() {}

    /**
     * A pickup of a quarter, then two bars of 3/4 and one of 6/8, in C minor: ties over bar lines, chords, two voices, an
     * accidental that is taken back, and drums.
     */
    static Score small() {
        return new Score(
                "Small & <fine>",
                List.of(new TempoChange(0, 96), new TempoChange(1920, 72.5)),
                List.of(
                        new MeterChange(0, new Meter(1, 4)),
                        new MeterChange(480, new Meter(3, 4)),
                        new MeterChange(3360, new Meter(6, 8))),
                Optional.of(new KeySignature(-3, true)),
                List.of(
                        new Track(
                                "Violin",
                                0,
                                40,
                                List.of(
                                        new Note(240, 240, 67, 90),
                                        new Note(480, 960, 72, 80),
                                        new Note(480, 960, 75, 80),
                                        new Note(1440, 240, 71, 80),
                                        new Note(1680, 240, 70, 80),
                                        new Note(1800, 2280, 79, 80))),
                        new Track("Cello", 1, 42, List.of(new Note(480, 1440, 48, 64), new Note(1920, 2160, 43, 64))),
                        new Track(
                                "Drums",
                                9,
                                0,
                                List.of(
                                        new Note(480, 1, 36, 100),
                                        new Note(480, 1, 42, 60),
                                        new Note(1200, 1, 38, 110)))),
                4080);
    }

    /** One track in 4/4 without tempo changes. */
    static Score of(Note... notes) {
        long last = List.of(notes).stream().mapToLong(Note::end).max().orElse(1);
        return new Score(
                "test",
                List.of(new TempoChange(0, 120)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(new Track("Part", 0, 0, List.of(notes))),
                (last + 1919) / 1920 * 1920);
    }

    /** Pitched tracks on the grid of sixteenths, notes of one pitch apart, chords and overlaps of all kinds. */
    static Score random(long seed) {
        Random random = new Random(seed);
        Meter[] meters = {new Meter(4, 4), new Meter(3, 4), new Meter(6, 8), new Meter(5, 8), new Meter(7, 16)};
        List<MeterChange> changes = new ArrayList<>();
        long end = 0;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Meter meter = meters[random.nextInt(meters.length)];
            changes.add(new MeterChange(end, meter));
            end += (long) meter.ticksPerBar() * (1 + random.nextInt(3));
        }
        List<Track> tracks = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            List<Note> notes = new ArrayList<>();
            for (int pitch = 30 + random.nextInt(20); pitch < 100; pitch += 1 + random.nextInt(20)) {
                long tick = 120L * random.nextInt(8);
                while (tick < end) {
                    long duration = 120L * (1 + random.nextInt((int) Math.min(24, (end - tick) / 120)));
                    notes.add(new Note(tick, duration, pitch, 1 + random.nextInt(127)));
                    tick += duration + 120L * random.nextInt(12);
                }
            }
            tracks.add(new Track("Part " + i, i, i, notes));
        }
        KeySignature key = new KeySignature(random.nextInt(15) - 7, random.nextBoolean());
        return new Score("random", List.of(new TempoChange(0, 120)), changes, Optional.of(key), tracks, end);
    }
}
