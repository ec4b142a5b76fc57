package cadenza.host.rewriting;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.List;
import java.util.Optional;

/** Pieces for the tests of this package, and the layout of four voices. */
final class ExamplePieces {
    static final int STEP = 120;
    static final VoiceLayout CHORALE = new VoiceLayout(
            List.of(
                    new Voice("soprano", 60, 81),
                    new Voice("alto", 53, 76),
                    new Voice("tenor", 48, 69),
                    new Voice("bass", 36, 64)),
            STEP,
            Optional.empty());

    private ExamplePieces() {}

    static Score piece(Track... tracks) {
        return piece(List.of(new MeterChange(0, Meter.COMMON)), tracks);
    }

    static Score piece(List<MeterChange> meters, Track... tracks) {
        long end = List.of(tracks).stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElse(0);
        return new Score("x.mid", List.of(new TempoChange(0, 120)), meters, Optional.empty(), List.of(tracks), end);
    }

    static Track track(int channel, Note... notes) {
        return new Track("a", channel, 10 + channel, List.of(notes));
    }

    /** A note in steps of the grid. */
    static Note note(long step, long steps, int pitch) {
        return new Note(step * STEP, steps * STEP, pitch, 80);
    }

    static VoiceFit fit(Score piece) {
        return new VoiceFitting(CHORALE, false).fit(piece);
    }
}
