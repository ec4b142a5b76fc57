package cadenza.host.novelty;

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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Random music of one track, and cuts of it. */
public final class Tunes {
    public static final int MELODY = 0;
    public static final int PERCUSSION = 9;

    private Tunes() {}

    /** Notes one after the other, of a scale and of the usual lengths. */
    public static List<Note> random(Random random, int count) {
        List<Note> notes = new ArrayList<>();
        int[] scale = {0, 2, 4, 5, 7, 9, 11};
        long tick = 0;
        for (int i = 0; i < count; i++) {
            int pitch = 48 + 12 * random.nextInt(2) + scale[random.nextInt(scale.length)];
            int length = 240 * (1 + random.nextInt(3));
            notes.add(new Note(tick, length, pitch, 1 + random.nextInt(127)));
            tick += length;
        }
        return notes;
    }

    /** The notes, each moved by so much. */
    public static List<Note> moved(List<Note> notes, long ticks, int semitones) {
        return changed(
                notes,
                note -> new Note(note.tick() + ticks, note.duration(), note.pitch() + semitones, note.velocity()));
    }

    static List<Note> changed(List<Note> notes, UnaryOperator<Note> change) {
        return notes.stream().map(change).toList();
    }

    /** One after the other, each list beginning a quarter after the onset of the last note before it. */
    public static List<Note> joined(List<List<Note>> parts) {
        List<Note> notes = new ArrayList<>();
        for (List<Note> part : parts) {
            long shift = notes.isEmpty()
                    ? -part.get(0).tick()
                    : notes.get(notes.size() - 1).tick() + 480 - part.get(0).tick();
            notes.addAll(moved(part, shift, 0));
        }
        return notes;
    }

    /** A score of one track. */
    public static Score score(String title, int channel, List<Note> notes) {
        return score(title, new Track("Line", channel, 0, notes));
    }

    /** A score in 4/4. */
    public static Score score(String title, Track... tracks) {
        long end = Stream.of(tracks)
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElse(0);
        return new Score(
                title,
                List.of(new TempoChange(0, 100)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(tracks),
                end);
    }
}
