package cadenza.host.measure;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A piece as voices that move against each other.
 *
 * @param tracks two or more, that of the highest mean pitch first
 * @param moments one after the other without a gap, from the first note to the end of the last; what sounds does not
 *     change within one
 */
record Voices(List<Track> tracks, List<Moment> moments) {
    /** No pitch: the voice is silent. */
    static final int SILENT = -1;

    /** Notes of a line may overlap by less than this, as played ones do; the later one counts. */
    private static final long OVERLAP = Piece.SIXTEENTH;

    Voices {
        tracks = List.copyOf(tracks);
        moments = List.copyOf(moments);
    }

    /**
     * A stretch of time.
     *
     * @param tick where it begins
     * @param ticks how long it is, 1 or more
     * @param pitches of each voice, {@link #SILENT} for none; not to be changed
     */
    record Moment(long tick, long ticks, int[] pitches) {
        boolean silent() {
            return Arrays.stream(pitches).allMatch(pitch -> pitch == SILENT);
        }
    }

    /** Empty if there are not two tracks or more, or one of them is no single line. @param tracks none without notes */
    static Optional<Voices> of(List<Track> tracks) {
        if (tracks.size() < 2 || !tracks.stream().allMatch(Voices::singleLine)) {
            return Optional.empty();
        }
        List<Track> highestFirst = tracks.stream()
                .sorted(Comparator.comparingDouble(Voices::meanPitch).reversed())
                .toList();
        return Optional.of(new Voices(highestFirst, moments(highestFirst)));
    }

    static double meanPitch(Track track) {
        return track.notes().stream().mapToInt(Note::pitch).average().orElseThrow();
    }

    static boolean singleLine(Track track) {
        for (int i = 1; i < track.notes().size(); i++) {
            Note before = track.notes().get(i - 1);
            Note note = track.notes().get(i);
            if (note.tick() == before.tick() || before.end() - note.tick() >= OVERLAP) {
                return false;
            }
        }
        return true;
    }

    /** How many ticks have pitches of a kind. */
    long ticks(Predicate<int[]> which) {
        return moments.stream()
                .filter(moment -> which.test(moment.pitches()))
                .mapToLong(Moment::ticks)
                .sum();
    }

    /** Whether a voice sounds below the next lower one. @param pitches of each voice, the highest first */
    static boolean crossed(int[] pitches) {
        return IntStream.range(0, pitches.length - 1).anyMatch(upper -> crossed(pitches, upper));
    }

    /** Whether a voice sounds below the next lower one. @param upper not the last */
    static boolean crossed(int[] pitches, int upper) {
        return pitches[upper] != SILENT && pitches[upper] < pitches[upper + 1];
    }

    /** Whether two neighbours are more than an octave apart, the last voice left aside. */
    static boolean wide(int[] pitches) {
        return IntStream.range(0, pitches.length - 1).anyMatch(upper -> wide(pitches, upper));
    }

    /** Whether a voice is more than an octave above the next lower one, which is not the last of all. */
    static boolean wide(int[] pitches, int upper) {
        return upper + 2 < pitches.length
                && pitches[upper + 1] != SILENT
                && pitches[upper] - pitches[upper + 1] > Piece.PITCH_CLASSES;
    }

    private static List<Moment> moments(List<Track> tracks) {
        TreeSet<Long> changes = new TreeSet<>();
        for (Track track : tracks) {
            for (Note note : track.notes()) {
                changes.add(note.tick());
                changes.add(note.end());
            }
        }
        List<Moment> moments = new ArrayList<>();
        int[] next = new int[tracks.size()]; // of each voice, its first note that has not begun
        long tick = changes.first();
        for (long end : changes.tailSet(tick, false)) {
            int[] pitches = new int[tracks.size()];
            for (int voice = 0; voice < pitches.length; voice++) {
                List<Note> notes = tracks.get(voice).notes();
                while (next[voice] < notes.size() && notes.get(next[voice]).tick() <= tick) {
                    next[voice]++;
                }
                Note last = next[voice] == 0 ? null : notes.get(next[voice] - 1);
                pitches[voice] = last != null && last.end() > tick ? last.pitch() : SILENT;
            }
            moments.add(new Moment(tick, end - tick, pitches));
            tick = end;
        }
        return moments;
    }
}
