package cadenza.music.coding;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a score of what tokens do, one after the other. A note ends where the same pitch begins anew on its channel, and
 * where the piece ends. For one piece, one thread.
 */
public final class Performance {
    private static final double TEMPO_OF_FILES_THAT_NAME_NONE = 120;

    private final TreeMap<Long, Double> tempos = new TreeMap<>();
    private final TreeMap<Long, Meter> meters = new TreeMap<>();
    private final TreeMap<Integer, Integer> programs = new TreeMap<>();
    private final List<Struck> notes = new ArrayList<>();
    private long now;
    private boolean advanced;

    /** @param ticks as it was struck, without regard to what follows */
    private record Struck(int channel, Note note) {}

    /** Begins in this meter, so many ticks after a bar line. */
    public void begin(Meter meter, int position) {
        meters.put(0L, meter);
        now = position;
    }

    /** A bar begins in this meter. */
    public void bar(Meter meter) {
        if (!meter.equals(meters.lastEntry().getValue())) {
            meters.put(now, meter);
        }
    }

    /** The tempo from now on, in quarters a minute; before the first step, that of the rest before it too. */
    public void tempo(double beatsPerMinute) {
        tempos.put(advanced ? now : 0, beatsPerMinute);
    }

    /** A track on this channel with this program. */
    public void program(int channel, int program) {
        programs.put(channel, program);
    }

    /** A note, now. */
    public void sound(int channel, int pitch, int ticks, int velocity) {
        notes.add(new Struck(channel, new Note(now, ticks, pitch, velocity)));
        programs.putIfAbsent(channel, 0);
    }

    /** How loud the last note is. */
    public void velocity(int velocity) {
        Struck last = notes.remove(notes.size() - 1);
        Note note = last.note();
        notes.add(new Struck(last.channel(), new Note(note.tick(), note.duration(), note.pitch(), velocity)));
    }

    /** Moves on. */
    public void advance(int ticks) {
        now += ticks;
        advanced = true;
    }

    /** The score as far as it has come: a track for each channel that plays, or, where none does, that has a program. */
    public Score score(String title) {
        tempos.putIfAbsent(0L, TEMPO_OF_FILES_THAT_NAME_NONE);
        meters.putIfAbsent(0L, Meter.COMMON);
        TreeMap<Integer, List<Note>> sounding = new TreeMap<>();
        programs.keySet().forEach(channel -> sounding.put(channel, new ArrayList<>()));
        long[] next = new long[16 * 128]; // when a pitch begins anew; 0 if it does not
        for (int i = notes.size() - 1; i >= 0; i--) {
            Struck struck = notes.get(i);
            Note note = struck.note();
            int key = struck.channel() * 128 + note.pitch();
            long end = Math.min(note.end(), next[key] == 0 ? now : next[key]);
            if (end > note.tick()) {
                Note cut = new Note(note.tick(), end - note.tick(), note.pitch(), note.velocity());
                sounding.get(struck.channel()).add(cut);
            }
            next[key] = note.tick();
        }
        List<Track> tracks = new ArrayList<>();
        sounding.values().removeIf(played -> played.isEmpty() && !notes.isEmpty());
        sounding.forEach((channel, played) -> tracks.add(track(channel, played)));
        return new Score(
                title,
                tempos.entrySet().stream()
                        .map(tempo -> new TempoChange(tempo.getKey(), tempo.getValue()))
                        .toList(),
                meters.entrySet().stream()
                        .map(meter -> new MeterChange(meter.getKey(), meter.getValue()))
                        .toList(),
                Optional.empty(),
                tracks,
                now);
    }

    private Track track(int channel, List<Note> played) {
        int program = programs.get(channel);
        String name = channel == Track.PERCUSSION_CHANNEL ? "Drums" : InstrumentFamily.of(program);
        return new Track(name, channel, program, played);
    }
}
