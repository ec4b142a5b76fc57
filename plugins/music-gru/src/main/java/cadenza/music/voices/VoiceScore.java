package cadenza.music.voices;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.api.document.VoiceLines;
import cadenza.api.document.VoiceParts;
import cadenza.music.voices.VoiceToken.Begin;
import cadenza.music.voices.VoiceToken.Key;
import cadenza.music.voices.VoiceToken.NoteOn;
import cadenza.music.voices.VoiceToken.Rest;
import cadenza.music.voices.VoiceToken.Shift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes tokens of the voices coding down as a score, one track a voice. For one piece. */
final class VoiceScore {
    private static final int VELOCITY = 80;

    private final VoiceParts parts;
    private final List<List<Note>> notes = new ArrayList<>();
    private final long[] began;
    private final int[] sounding;
    private Meter meter = Meter.COMMON;
    private Optional<KeySignature> key = Optional.empty();
    private long now;

    VoiceScore(VoiceParts parts) {
        this.parts = parts;
        began = new long[parts.count()];
        sounding = new int[parts.count()];
        Arrays.fill(sounding, VoiceLines.REST);
        for (int voice = 0; voice < parts.count(); voice++) {
            notes.add(new ArrayList<>());
        }
    }

    void play(VoiceToken token) {
        if (token instanceof Begin begin) {
            meter = begin.meter();
            now = (long) begin.position() * VoiceLines.STEP;
        } else if (token instanceof Key named) {
            key = Optional.of(named.signature());
        } else if (token instanceof Shift shift) {
            now += (long) shift.steps() * VoiceLines.STEP;
        } else if (token instanceof NoteOn note) {
            set(note.voice(), note.pitch());
        } else if (token instanceof Rest rest) {
            set(rest.voice(), VoiceLines.REST);
        }
    }

    private void set(int voice, int pitch) {
        finish(voice);
        sounding[voice] = pitch;
    }

    private void finish(int voice) {
        if (sounding[voice] >= 0 && now > began[voice]) {
            notes.get(voice).add(new Note(began[voice], now - began[voice], sounding[voice], VELOCITY));
        }
        began[voice] = now;
    }

    /** The score of what was played, which ends now. */
    Score toScore(String title) {
        List<Track> tracks = new ArrayList<>();
        for (int voice = 0; voice < parts.count(); voice++) {
            finish(voice);
            tracks.add(new Track(parts.name(voice), voice, parts.program(voice), notes.get(voice)));
        }
        return new Score(
                title,
                List.of(new TempoChange(0, parts.tempo())),
                List.of(new MeterChange(0, meter)),
                key,
                tracks,
                now);
    }
}
