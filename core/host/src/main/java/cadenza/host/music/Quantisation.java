package cadenza.host.music;

import cadenza.api.UserException;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves the onsets and ends of notes to a grid, or towards it. The grid starts anew at each change of meter.
 *
 * <p>A note keeps at least a step of the grid (a tick where the strength is below 1), and no two of a pitch overlap on a
 * track: one that would reach into the next is cut there, and of several that come to one onset the loudest stays, with
 * the latest end. Immutable.
 *
 * @param grid the step
 * @param strength how far towards the grid: above 0, to 1, all the way
 */
public record Quantisation(Grid grid, double strength) {
    public Quantisation {
        if (!(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength " + strength + " is not above 0 and at most 1");
        }
    }

    /** Steps of a grid. A {@code t} makes triplets: three in the time of two. */
    public enum Grid {
        QUARTER("1/4", 480),
        EIGHTH("1/8", 240),
        EIGHTH_TRIPLET("1/8t", 160),
        SIXTEENTH("1/16", 120),
        SIXTEENTH_TRIPLET("1/16t", 80),
        THIRTY_SECOND("1/32", 60),
        THIRTY_SECOND_TRIPLET("1/32t", 40);

        private final String label;
        private final int ticks;

        Grid(String label, int ticks) {
            this.label = label;
            this.ticks = ticks;
        }

        /** Length of a step, at {@link Score#TICKS_PER_QUARTER}. */
        public int ticks() {
            return ticks;
        }

        /** As users write it, such as {@code 1/16}. */
        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * Reads the form {@code 1/16}, or {@code 1/16:0.5} for half the way, as users write it.
     *
     * @throws UserException if it is not one
     */
    public static Quantisation parse(String text) {
        String[] parts = text.split(":", 2);
        Grid grid = Stream.of(Grid.values())
                .filter(candidate -> candidate.label.equalsIgnoreCase(parts[0]))
                .findFirst()
                .orElseThrow(() -> new UserException("'" + text + "' is no grid; give one of "
                        + Stream.of(Grid.values()).map(Grid::toString).collect(Collectors.joining(", "))));
        if (parts.length == 1) {
            return new Quantisation(grid, 1);
        }
        try {
            return new Quantisation(grid, Double.parseDouble(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "'" + text + "' has no strength above 0 and at most 1; give one such as " + grid + ":0.5", e);
        }
    }

    /**
     * Quantised music, and what it took.
     *
     * @param notes how many there were
     * @param moved how many of them have another onset or end now
     * @param merged how many gave way to another of their pitch
     * @param furthest the furthest that an onset was moved, in ticks
     */
    public record Result(Score score, int notes, int moved, int merged, long furthest) {}

    /** As users write it, such as {@code 1/16} or {@code 1/16:0.5}. */
    @Override
    public String toString() {
        return strength == 1 ? grid.toString() : grid + ":" + strength;
    }

    /** Quantises all tracks, percussion too, and the end of the score, which still holds the last note. */
    public Result apply(Score score) {
        List<Track> tracks = new ArrayList<>();
        int moved = 0;
        int merged = 0;
        long furthest = 0;
        long end = towards(score.end(), score.meters());
        for (Track track : score.tracks()) {
            Map<Integer, TreeMap<Long, Note>> notes = new LinkedHashMap<>(); // [pitch][onset]
            for (Note note : track.notes()) {
                Note placed = placed(note, score.meters());
                furthest = Math.max(furthest, Math.abs(placed.tick() - note.tick()));
                moved += placed.equals(note) ? 0 : 1;
                Note other = notes.computeIfAbsent(note.pitch(), pitch -> new TreeMap<>())
                        .merge(placed.tick(), placed, Quantisation::merged);
                merged += other == placed ? 0 : 1;
            }
            List<Note> separate = separate(notes);
            end = Math.max(end, separate.stream().mapToLong(Note::end).max().orElse(0));
            tracks.add(new Track(track.name(), track.channel(), track.program(), separate));
        }
        Score quantised = new Score(score.title(), score.tempos(), score.meters(), score.key(), tracks, end);
        return new Result(quantised, score.noteCount(), moved, merged, furthest);
    }

    private Note placed(Note note, List<MeterChange> meters) {
        long onset = towards(note.tick(), meters);
        long end = towards(note.end(), meters);
        long shortest = strength == 1 ? grid.ticks : 1;
        return new Note(onset, Math.max(shortest, end - onset), note.pitch(), note.velocity());
    }

    private long towards(long tick, List<MeterChange> meters) {
        long start = 0;
        long next = Long.MAX_VALUE;
        for (MeterChange meter : meters) {
            if (meter.tick() > tick) {
                next = meter.tick();
                break;
            }
            start = meter.tick();
        }
        long nearest = start + (tick - start + grid.ticks / 2) / grid.ticks * grid.ticks;
        return tick + Math.round(strength * (Math.min(nearest, next) - tick));
    }

    private static Note merged(Note one, Note other) {
        return new Note(
                one.tick(),
                Math.max(one.duration(), other.duration()),
                one.pitch(),
                Math.max(one.velocity(), other.velocity()));
    }

    private static List<Note> separate(Map<Integer, TreeMap<Long, Note>> notes) {
        List<Note> separate = new ArrayList<>();
        for (TreeMap<Long, Note> ofPitch : notes.values()) {
            for (Note note : ofPitch.values()) {
                Long next = ofPitch.higherKey(note.tick());
                long duration = next == null ? note.duration() : Math.min(note.duration(), next - note.tick());
                separate.add(new Note(note.tick(), duration, note.pitch(), note.velocity()));
            }
        }
        return separate;
    }
}
