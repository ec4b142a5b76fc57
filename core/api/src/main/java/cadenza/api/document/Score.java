package cadenza.api.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of music: notes in ticks, with tempo, meter and key. Ticks run at {@link #TICKS_PER_QUARTER}.
 *
 * @param title names it in reports
 * @param tempos ordered by tick, the first at 0
 * @param meters ordered by tick, the first at 0
 * @param key the key signature, where known
 * @param tracks in the order of the file
 * @param end where the piece ends, in ticks; no note sounds beyond it
 */
public record Score(
        String title,
        List<TempoChange> tempos,
        List<MeterChange> meters,
        Optional<KeySignature> key,
        List<Track> tracks,
        long end)
        implements Document {

    /** Resolution of every score: divisible by 2, 3, 5, and by 32 for short notes. */
    public static final int TICKS_PER_QUARTER = 480;

    public Score {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(key, "key");
        tempos = List.copyOf(tempos);
        meters = List.copyOf(meters);
        tracks = List.copyOf(tracks);
        if (tempos.isEmpty() || tempos.get(0).tick() != 0) {
            throw new IllegalArgumentException("the first tempo of '" + title + "' is not at tick 0");
        }
        if (meters.isEmpty() || meters.get(0).tick() != 0) {
            throw new IllegalArgumentException("the first meter of '" + title + "' is not at tick 0");
        }
        for (int i = 1; i < tempos.size(); i++) {
            if (tempos.get(i).tick() <= tempos.get(i - 1).tick()) {
                throw new IllegalArgumentException("the tempos of '" + title + "' are not in order");
            }
        }
        for (int i = 1; i < meters.size(); i++) {
            if (meters.get(i).tick() <= meters.get(i - 1).tick()) {
                throw new IllegalArgumentException("the meters of '" + title + "' are not in order");
            }
        }
        for (Track track : tracks) {
            for (Note note : track.notes()) {
                if (note.end() > end) {
                    throw new IllegalArgumentException(
                            "a note of '" + title + "' ends at tick " + note.end() + ", after the end " + end);
                }
            }
        }
    }

    @Override
    public Medium medium() {
        return Medium.MUSIC;
    }

    /** The same music at one tempo throughout, in quarters a minute. */
    public Score withTempo(double beatsPerMinute) {
        return new Score(title, List.of(new TempoChange(0, beatsPerMinute)), meters, key, tracks, end);
    }

    /** The same music under a key signature. */
    public Score withKey(KeySignature signature) {
        return new Score(title, tempos, meters, Optional.of(signature), tracks, end);
    }

    /** The same music under another title. */
    public Score withTitle(String newTitle) {
        return new Score(newTitle, tempos, meters, key, tracks, end);
    }

    /** Number of notes in all tracks. */
    public int noteCount() {
        return tracks.stream().mapToInt(track -> track.notes().size()).sum();
    }
}
