package cadenza.host.control;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.host.music.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A prime and what was composed after it as one score: the prime with all its notes and ticks as they are, then the new
 * notes, in the tracks that the prime's notes came from.
 *
 * <p>New music begins on the first bar line that lies behind the prime's end (or {@value #TOLERANCE} ticks before it,
 * because played notes and files often end a little late); where the coding goes on within the last bar, in that bar. A
 * note that the model lets ring on from the prime is struck anew there, unless the controls forbid it.
 */
final class JoinedScore {
    /** A thirty-second. */
    static final int TOLERANCE = Score.TICKS_PER_QUARTER / 8;

    private final Score prime;
    private final Score heard;
    private final Score composed;
    private final Continuation continuation;
    private final Controls controls;
    private final long seam; // in the prime's ticks
    private final long end;

    /**
     * @param heard the prime as the codec decodes it
     * @param composed the same and what was composed, as the codec decodes it
     */
    JoinedScore(Score prime, Score heard, Score composed, Continuation continuation, Controls controls) {
        this.prime = prime;
        this.heard = heard;
        this.composed = composed;
        this.continuation = continuation;
        this.controls = controls;
        long primeEnd = Math.max(0, prime.end() - TOLERANCE);
        seam = continuation.tickInBar() == 0
                ? new Bars(prime).lineAfter(primeEnd)
                : new Bars(prime).lineBefore(primeEnd) + continuation.tickInBar();
        end = Math.max(prime.end(), shifted(composed.end()));
    }

    Score score() {
        List<Track> tracks = new ArrayList<>(prime.tracks());
        TrackSources sources = new TrackSources(prime, heard);
        int last = -1;
        for (int i = 0; i < composed.tracks().size(); i++) {
            Track track = composed.tracks().get(i);
            List<Note> notes = newNotes(track);
            int own = sources.of(i, track, last);
            if (own >= 0) {
                last = own;
                tracks.set(own, with(tracks.get(own), notes));
            } else if (!notes.isEmpty()) {
                tracks.add(new Track(track.name(), track.channel(), track.program(), notes));
            }
        }
        return new Score(composed.title(), tempos(), meters(), prime.key(), OwnChannels.of(tracks), end);
    }

    private List<Note> newNotes(Track track) {
        List<Note> notes = new ArrayList<>();
        for (Note note : track.notes()) {
            if (note.tick() >= heard.end() || struckAnew(track, note)) {
                long from = shifted(Math.max(note.tick(), heard.end()));
                long to = Math.min(end, shifted(note.end()));
                if (from < to) {
                    notes.add(new Note(from, to - from, note.pitch(), note.velocity()));
                }
            }
        }
        return notes;
    }

    /** A note of the prime that the model chose to let ring on. */
    private boolean struckAnew(Track track, Note note) {
        return note.end() > heard.end()
                && !track.percussion()
                && !continuation.ringsOn(track.channel(), note.pitch())
                && controls.mayBegin(note.pitch(), continuation.tickInBar() == 0);
    }

    /** From ticks of what the codec decodes to ticks of the prime. */
    private long shifted(long tick) {
        return tick - heard.end() + seam;
    }

    private static Track with(Track track, List<Note> added) {
        List<Note> notes = new ArrayList<>(track.notes());
        PitchTicks there = new PitchTicks(track.notes());
        for (Note note : added) {
            // Two voices of one track may meet.
            if (!there.has(note.pitch(), note.tick(), 0)) {
                notes.add(note);
                there.add(note);
            }
        }
        return new Track(track.name(), track.channel(), track.program(), notes);
    }

    private List<TempoChange> tempos() {
        TreeMap<Long, TempoChange> tempos = new TreeMap<>();
        prime.tempos().forEach(change -> tempos.put(change.tick(), change));
        for (TempoChange change : composed.tempos()) {
            if (change.tick() > 0 && change.tick() >= heard.end()) {
                long tick = shifted(change.tick());
                tempos.put(tick, new TempoChange(tick, change.beatsPerMinute()));
            }
        }
        return List.copyOf(tempos.values());
    }

    /** A first bar that another meter cuts short gets the meter that it is long, so that every change is on a bar line. */
    private static void shortenPickup(TreeMap<Long, MeterChange> meters) {
        Long second = meters.higherKey(0L);
        Meter first = meters.get(0L).meter();
        if (second != null && second < first.ticksPerBar()) {
            int unitTicks = 4 * Score.TICKS_PER_QUARTER / first.unit();
            if (second % unitTicks == 0) {
                meters.put(0L, new MeterChange(0, new Meter((int) (second / unitTicks), first.unit())));
            }
        }
    }

    private List<MeterChange> meters() {
        TreeMap<Long, MeterChange> meters = new TreeMap<>();
        prime.meters().forEach(change -> meters.put(change.tick(), change));
        shortenPickup(meters);
        for (MeterChange change : composed.meters()) {
            if (change.tick() > 0 && change.tick() >= heard.end()) {
                long tick = shifted(change.tick());
                Meter before = meters.floorEntry(tick).getValue().meter();
                if (!before.equals(change.meter())) {
                    meters.put(tick, new MeterChange(tick, change.meter()));
                }
            }
        }
        return List.copyOf(meters.values());
    }
}
