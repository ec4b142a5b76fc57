package cadenza.api.voices;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.KeyEstimate;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A score as single lines on a sixteenth grid, in one meter, from its first note on.
 *
 * @param meter of the whole piece
 * @param position step of the bar at which the piece begins; 0 is the bar line
 * @param key the likeliest
 * @param lines for each voice, highest first, what happens at each step: a pitch that begins, {@link #HOLD} or
 *     {@link #REST}; all of the same length
 */
public record VoiceLines(Meter meter, int position, KeySignature key, List<int[]> lines) {
    /** Ticks of a sixteenth. */
    public static final int STEP = Score.TICKS_PER_QUARTER / 4;

    public static final int FEWEST_VOICES = 2;
    public static final int MOST_VOICES = 6;

    /** What sounded before goes on, note or rest. */
    public static final int HOLD = -2;

    /** Silence begins. */
    public static final int REST = -1;

    /** Onsets may lie this far off the grid. */
    private static final int TOLERANCE = STEP / 4;

    /** This share of the notes may lie further off; they are moved. */
    private static final double MOVED_SHARE = 0.02;

    public VoiceLines {
        lines = List.copyOf(lines);
    }

    /** Number of steps. */
    public int length() {
        return lines.get(0).length;
    }

    /** Full bars, an upbeat not counted, the last one filled. */
    public int bars() {
        return Math.max(1, (length() - upbeat() + stepsPerBar() - 1) / stepsPerBar());
    }

    /** Number of steps with the last bar filled. */
    public int fullLength() {
        return upbeat() + bars() * stepsPerBar();
    }

    private int upbeat() {
        return Math.floorMod(-position, stepsPerBar());
    }

    private int stepsPerBar() {
        return meter.ticksPerBar() / STEP;
    }

    /**
     * Splits a score, one voice a track, highest first; tracks without notes and percussion are no voices.
     *
     * @throws UnsuitableDocumentException with the reason, if it cannot be: too few or too many tracks, chords in a
     *     track, triplets, a change of meter
     */
    public static VoiceLines of(Score score) throws UnsuitableDocumentException {
        return of(score, voices(score));
    }

    /**
     * Splits a score into just so many voices, where some may be silent throughout: as the other method does, but if the
     * score has so many pitched tracks and some are without notes, they are the voices in their order.
     *
     * @param voices 1 or more
     * @throws UnsuitableDocumentException with the reason, if it cannot be
     */
    public static VoiceLines of(Score score, int voices) throws UnsuitableDocumentException {
        List<Track> pitched =
                score.tracks().stream().filter(track -> !track.percussion()).toList();
        boolean silent = pitched.stream().anyMatch(track -> track.notes().isEmpty());
        boolean sound = pitched.stream().anyMatch(track -> !track.notes().isEmpty());
        List<Track> tracks = silent && sound && pitched.size() == voices ? pitched : highestFirst(score);
        if (tracks.size() != voices) {
            throw new UnsuitableDocumentException("it has " + tracks.size()
                    + (tracks.size() == 1 ? " track" : " tracks") + " with notes; this coding needs " + voices
                    + " single lines");
        }
        return of(score, tracks);
    }

    private static VoiceLines of(Score score, List<Track> tracks) throws UnsuitableDocumentException {
        Meter meter = meter(score);
        long first = tracks.stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::tick)
                .min()
                .orElseThrow();
        long firstStep = step(first);
        long lastStep = tracks.stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(note -> Math.max(step(note.tick()) + 1, step(note.end())))
                .max()
                .orElseThrow();
        if (lastStep - firstStep > 100_000) {
            throw new UnsuitableDocumentException("it is " + (lastStep - firstStep) + " sixteenths long");
        }
        checkGrid(tracks);
        int length = (int) (lastStep - firstStep);
        List<int[]> lines = new ArrayList<>();
        for (Track track : tracks) {
            lines.add(line(track, firstStep, length));
        }
        long pickup = pickupTicks(score);
        long inBar = Math.floorMod(firstStep * STEP - pickup, (long) meter.ticksPerBar());
        return new VoiceLines(meter, (int) (inBar / STEP), KeyEstimate.likeliest(score), lines);
    }

    private static List<Track> voices(Score score) throws UnsuitableDocumentException {
        List<Track> tracks = highestFirst(score);
        if (tracks.size() < FEWEST_VOICES || tracks.size() > MOST_VOICES) {
            throw new UnsuitableDocumentException("it has " + tracks.size()
                    + (tracks.size() == 1 ? " track" : " tracks") + " with notes; this coding needs " + FEWEST_VOICES
                    + " to " + MOST_VOICES + " single lines");
        }
        return tracks;
    }

    /** The tracks that are voices, in the order in which the coding numbers them. */
    public static List<Track> highestFirst(Score score) {
        return score.tracks().stream()
                .filter(track -> !track.percussion() && !track.notes().isEmpty())
                .sorted(Comparator.comparingDouble(VoiceLines::meanPitch).reversed())
                .toList();
    }

    private static double meanPitch(Track track) {
        return track.notes().stream().mapToInt(Note::pitch).average().orElse(0);
    }

    /** The meter of the piece; a first bar shorter than the bars after it is an upbeat, not a change of meter. */
    private static Meter meter(Score score) throws UnsuitableDocumentException {
        List<MeterChange> meters = score.meters();
        int from = pickupTicks(score) > 0 ? 1 : 0;
        Meter meter = meters.get(from).meter();
        for (MeterChange change : meters.subList(from, meters.size())) {
            if (!change.meter().equals(meter) && change.tick() < score.end()) {
                throw new UnsuitableDocumentException("its meter changes from " + meter + " to " + change.meter()
                        + " at quarter " + change.tick() / Score.TICKS_PER_QUARTER);
            }
        }
        if (meter.ticksPerBar() % STEP != 0) {
            throw new UnsuitableDocumentException("a bar of " + meter + " is no whole number of sixteenths");
        }
        return meter;
    }

    private static long pickupTicks(Score score) {
        List<MeterChange> meters = score.meters();
        if (meters.size() < 2) {
            return 0;
        }
        int first = meters.get(0).meter().ticksPerBar();
        long second = meters.get(1).tick();
        return second == first && first < meters.get(1).meter().ticksPerBar() ? second : 0;
    }

    private static void checkGrid(List<Track> tracks) throws UnsuitableDocumentException {
        int notes = 0;
        int off = 0;
        for (Track track : tracks) {
            for (Note note : track.notes()) {
                notes++;
                if (Math.abs(note.tick() - step(note.tick()) * STEP) > TOLERANCE) {
                    off++;
                }
            }
        }
        if (off > MOVED_SHARE * notes) {
            throw new UnsuitableDocumentException(
                    off + " of " + notes + " notes lie off the sixteenth grid (triplets, or played freely)");
        }
    }

    private static int[] line(Track track, long firstStep, int length) throws UnsuitableDocumentException {
        int[] line = new int[length];
        Arrays.fill(line, HOLD);
        line[0] = REST;
        List<Note> notes = track.notes();
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            int from = (int) (step(note.tick()) - firstStep);
            int to = (int) Math.max(from + 1, step(note.end()) - firstStep);
            if (i + 1 < notes.size()) {
                int next = (int) (step(notes.get(i + 1).tick()) - firstStep);
                if (next == from || notes.get(i + 1).tick() <= note.end() - STEP) {
                    throw new UnsuitableDocumentException("track '" + track.name()
                            + "' is no single line of sixteenths or longer: two notes meet at quarter "
                            + note.tick() / Score.TICKS_PER_QUARTER);
                }
                to = Math.min(to, next);
            }
            line[from] = note.pitch();
            if (to < length) {
                line[to] = REST;
            }
        }
        return line;
    }

    private static long step(long tick) {
        return (tick + STEP / 2) / STEP;
    }
}
