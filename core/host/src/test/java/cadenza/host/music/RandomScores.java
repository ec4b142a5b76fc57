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
import java.util.Random;

/** Scores that no musician would write: crowded, overlapping, up to the edges. Each seed gives the same one. */
final class RandomScores {
    private static final Meter[] METERS = {
        new Meter(4, 4), new Meter(3, 4), new Meter(6, 8), new Meter(7, 8), new Meter(5, 16), new Meter(1, 64)
    };
    private static final String[] NAMES = {"Bass", "Bläser 🎺", "第一", "", "Track 1", "x".repeat(300)};

    private RandomScores() {}

    static Score of(long seed) {
        Random random = new Random(seed);
        List<MeterChange> meters = new ArrayList<>();
        long end = 0;
        int sections = 1 + random.nextInt(3);
        for (int i = 0; i < sections; i++) {
            Meter meter = METERS[random.nextInt(METERS.length)];
            meters.add(new MeterChange(end, meter));
            end += (long) meter.ticksPerBar() * (1 + random.nextInt(4));
        }
        List<TempoChange> tempos = new ArrayList<>(List.of(new TempoChange(0, 4 + random.nextInt(997))));
        if (random.nextBoolean()) {
            tempos.add(new TempoChange(1 + random.nextInt((int) end), 60 + random.nextDouble()));
        }
        List<Track> tracks = new ArrayList<>();
        int count = 1 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            int channel = random.nextInt(4) == 0 ? 9 : random.nextInt(16);
            // One program a channel, as every score of Cadenza has.
            tracks.add(new Track(NAMES[random.nextInt(NAMES.length)], channel, channel * 7, notes(random, end)));
        }
        KeySignature key = new KeySignature(random.nextInt(15) - 7, random.nextBoolean());
        return new Score("random - seed " + seed, tempos, meters, Optional.of(key), tracks, end);
    }

    private static List<Note> notes(Random random, long end) {
        List<Note> notes = new ArrayList<>();
        int pitches = 1 + random.nextInt(128);
        int grid = 1 + random.nextInt(120);
        for (int i = random.nextInt(60); i > 0; i--) {
            long tick = random.nextInt((int) end) / grid * grid;
            long left = end - tick;
            long duration = random.nextInt(4) == 0 ? left : 1 + random.nextInt((int) left);
            notes.add(new Note(tick, duration, random.nextInt(pitches), 1 + random.nextInt(127)));
        }
        return notes;
    }
}
