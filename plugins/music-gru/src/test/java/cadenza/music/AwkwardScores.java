package cadenza.music;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Scores with what codings stumble over. */
final class AwkwardScores {
    private static final int QUARTER = Score.TICKS_PER_QUARTER;

    private AwkwardScores() {}

    static Note note(long tick, long duration, int pitch, int velocity) {
        return new Note(tick, duration, pitch, velocity);
    }

    static Track track(int channel, int program, Note... notes) {
        return new Track("", channel, program, List.of(notes));
    }

    static Score score(String title, List<TempoChange> tempos, List<MeterChange> meters, Track... tracks) {
        long end = List.of(tracks).stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElse(0);
        return new Score(title, tempos, meters, Optional.empty(), List.of(tracks), end);
    }

    static Score score(String title, String meter, Track... tracks) {
        return score(title, List.of(new TempoChange(0, 97)), List.of(new MeterChange(0, Meter.parse(meter))), tracks);
    }

    private static Track line(int channel, int program, int pitch, int every, int count) {
        return track(
                channel,
                program,
                LongStream.range(0, count)
                        .mapToObj(i -> note(i * every, every, pitch + (int) (i % 5), 64))
                        .toArray(Note[]::new));
    }

    /** Pitched and percussion, for the tracks coding. */
    static List<Score> ofTracks() {
        List<MeterChange> upbeat = List.of(
                new MeterChange(0, new Meter(1, 4)),
                new MeterChange(QUARTER, new Meter(3, 4)),
                new MeterChange(QUARTER * 4, new Meter(7, 8)));
        Track[] all = IntStream.range(0, 16)
                .mapToObj(channel -> line(channel, channel == 9 ? 0 : 8 * (15 - channel), 40, QUARTER, 8))
                .toArray(Track[]::new);
        List<Score> scores = new ArrayList<>(List.of(
                score("triplets of eighths", "4/4", line(0, 0, 60, QUARTER / 3, 12)),
                score("triplets of sixteenths", "4/4", line(0, 0, 60, QUARTER / 6, 24)),
                score("thirty-seconds", "4/4", line(0, 0, 60, QUARTER / 8, 32)),
                score("notes across bars", "4/4", track(0, 0, note(1440, 3 * 1920, 60, 80), note(0, 960, 64, 80))),
                score("five quarters", "5/4", line(0, 0, 60, QUARTER, 10)),
                score("seven eighths", "7/8", line(0, 0, 60, QUARTER / 2, 14)),
                score("a first note in the third bar", "3/4", track(0, 0, note(6 * QUARTER + 240, 240, 60, 80))),
                score("sixteen tracks", "4/4", all),
                score("velocities from 1 to 127", "4/4", track(0, 0, note(0, 480, 60, 1), note(480, 480, 60, 127))),
                score("the same pitch overlapping", "4/4", track(0, 0, note(0, 960, 60, 80), note(480, 960, 60, 90))),
                score("the same note twice", "4/4", track(0, 0, note(0, 960, 60, 80), note(0, 480, 60, 90))),
                score("two tracks on a channel", "4/4", line(0, 0, 60, 480, 4), line(0, 0, 62, 240, 8)),
                score("one program on two channels", "4/4", line(3, 40, 60, 480, 4), line(2, 40, 72, 240, 8)),
                score("chords of a track", "4/4", track(0, 0, note(0, 480, 60, 80), note(0, 960, 64, 70))),
                score(
                        "the lowest and the highest pitch",
                        "4/4",
                        track(0, 0, note(0, 1, 0, 80), note(1919, 1, 127, 80))),
                score("a very long note", "4/4", track(0, 0, note(0, 200 * 1920, 60, 80), note(0, 480, 64, 80))),
                score("a long rest", "4/4", track(0, 0, note(0, 480, 60, 80), note(50 * 1920 + 7, 480, 60, 80))),
                score("drums and bass", "4/4", line(9, 0, 36, 240, 8), line(1, 33, 30, 480, 4)),
                score(
                        "an upbeat, then changes of meter",
                        List.of(new TempoChange(0, 120)),
                        upbeat,
                        line(0, 0, 60, QUARTER / 2, 30)),
                score(
                        "a short bar, then a longer meter, after silence",
                        List.of(new TempoChange(0, 120)),
                        List.of(new MeterChange(0, new Meter(2, 4)), new MeterChange(QUARTER * 4, Meter.COMMON)),
                        track(0, 0, note(QUARTER * 3, 480, 60, 80), note(QUARTER * 6, 480, 62, 80))),
                score(
                        "a bar cut short",
                        List.of(new TempoChange(0, 120)),
                        List.of(new MeterChange(0, Meter.COMMON), new MeterChange(QUARTER * 6, new Meter(3, 4))),
                        line(0, 0, 60, QUARTER, 12)),
                score(
                        "changes of tempo between notes",
                        List.of(new TempoChange(0, 60), new TempoChange(700, 90), new TempoChange(1000, 240)),
                        List.of(new MeterChange(0, Meter.COMMON)),
                        line(0, 0, 60, QUARTER, 8))));
        return List.copyOf(scores);
    }

    /** Percussion alone. */
    static List<Score> ofDrums() {
        return List.of(
                score("straight sixteenths", "4/4", line(9, 0, 36, 120, 32)),
                score("triplets", "4/4", line(9, 0, 36, 160, 24)),
                score("five quarters", "5/4", line(9, 0, 36, 240, 20)),
                score("seven eighths", "7/8", line(9, 0, 36, 240, 14)),
                score("played freely", "4/4", line(9, 0, 36, 113, 40)),
                score(
                        "all at once",
                        "4/4",
                        track(
                                9,
                                0,
                                IntStream.range(0, 128)
                                        .mapToObj(pitch -> note(0, 10, pitch, 1 + pitch % 127))
                                        .toArray(Note[]::new))),
                score("before the beat", "4/4", track(9, 0, note(0, 10, 36, 90), note(1905, 10, 38, 90))),
                score("before the first beat", "4/4", track(9, 0, note(1913, 10, 36, 90), note(2400, 10, 38, 90))),
                score("after a long rest", "4/4", track(9, 0, note(0, 10, 36, 90), note(100_003, 10, 38, 90))),
                score("flams", "4/4", track(9, 0, note(0, 10, 38, 20), note(17, 10, 38, 120), note(31, 10, 38, 120))),
                score("the same hit twice", "4/4", track(9, 0, note(0, 10, 38, 20), note(2, 10, 38, 120))),
                score(
                        "an upbeat in a short bar",
                        List.of(new TempoChange(0, 200)),
                        List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(QUARTER, Meter.COMMON)),
                        line(9, 0, 36, 240, 10)));
    }

    /** Even steps, for the chords coding. */
    static List<Score> ofChords() {
        return List.of(
                score("quarters", "4/4", line(0, 0, 60, 480, 7)),
                score("sixteenths", "4/4", line(0, 0, 60, 120, 13)),
                score("a held chord", "3/4", track(0, 0, note(0, 1440, 60, 80), note(480, 960, 64, 80))),
                score(
                        "silence first, and between",
                        "5/4",
                        track(0, 0, note(960, 480, 60, 80), note(2400, 480, 60, 80))),
                score("seven eighths", "7/8", line(0, 0, 60, 240, 14)),
                score(
                        "the lowest and the highest pitch",
                        "4/4",
                        track(0, 0, note(0, 480, 0, 1), note(0, 480, 127, 127))),
                score("two tracks with one pitch", "4/4", line(0, 0, 60, 480, 4), line(1, 0, 60, 480, 4)),
                score(
                        "an upbeat in a short bar",
                        List.of(new TempoChange(0, 90)),
                        List.of(new MeterChange(0, new Meter(1, 4)), new MeterChange(QUARTER, new Meter(3, 4))),
                        line(0, 0, 60, 480, 10)));
    }
}
