package cadenza.api.voices;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes single lines down as a score while they are sung, one track a voice. For one piece and one thread. */
public final class VoiceRecording {
    private static final int VELOCITY = 80;

    private final VoiceParts parts;
    private final List<List<Note>> notes = new ArrayList<>();
    private final long[] began;
    private final int[] sounding;
    private Meter meter = Meter.COMMON;
    private Optional<KeySignature> key = Optional.empty();
    private long now;

    public VoiceRecording(VoiceParts parts) {
        this.parts = parts;
        began = new long[parts.count()];
        sounding = new int[parts.count()];
        Arrays.fill(sounding, VoiceLines.REST);
        for (int voice = 0; voice < parts.count(); voice++) {
            notes.add(new ArrayList<>());
        }
    }

    /** Begins. @param position ticks from the bar line to the first moment */
    public void begin(Meter pieceMeter, int position) {
        meter = pieceMeter;
        now = position;
    }

    public void name(KeySignature signature) {
        key = Optional.of(signature);
    }

    /** What sounds goes on for so many ticks, 1 or more. */
    public void advance(int ticks) {
        now += ticks;
    }

    /** A voice of {@code [0, voices)} begins a note, 0 to 127, or falls silent: {@link VoiceLines#REST}. */
    public void sing(int voice, int pitch) {
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
    public Score toScore(String title) {
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
