package cadenza.host.measure;

import cadenza.api.document.KeyEstimate;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.music.Bar;
import cadenza.host.music.Bars;
import java.util.List;
import java.util.Optional;

/**
 * A score with what several measures ask of it. Immutable.
 *
 * @param score with at least one note
 * @param bars all of its bars
 * @param pitched its tracks with notes, percussion left out
 * @param voices those tracks as voices, where they are single lines
 * @param key the key it most likely has, however unclear; empty without pitched notes
 * @param from where its first note begins, in ticks
 * @param until where its last note ends
 */
record Piece(
        Score score,
        List<Bar> bars,
        List<Track> pitched,
        Optional<Voices> voices,
        Optional<KeySignature> key,
        long from,
        long until) {
    static final int PITCH_CLASSES = 12;

    /** Ticks of a sixteenth. */
    static final int SIXTEENTH = Score.TICKS_PER_QUARTER / 4;

    Piece {
        bars = List.copyOf(bars);
        pitched = List.copyOf(pitched);
    }

    /** @param score with at least one note */
    static Piece of(Score score) {
        List<Note> notes =
                score.tracks().stream().flatMap(track -> track.notes().stream()).toList();
        List<Track> pitched = score.tracks().stream()
                .filter(track -> !track.percussion() && !track.notes().isEmpty())
                .toList();
        return new Piece(
                score,
                new Bars(score).all(),
                pitched,
                Voices.of(pitched),
                pitched.isEmpty() ? Optional.empty() : Optional.of(KeyEstimate.likeliest(score)),
                notes.stream().mapToLong(Note::tick).min().orElseThrow(),
                notes.stream().mapToLong(Note::end).max().orElseThrow());
    }

    /** From its first note to the end of its last, in quarters. */
    double quarters() {
        return (double) (until - from) / Score.TICKS_PER_QUARTER;
    }

    /** Ticks that each pitch class, from C to B, sounds in all pitched tracks. */
    double[] soundingTime() {
        double[] ticks = new double[PITCH_CLASSES];
        for (Track track : pitched) {
            for (Note note : track.notes()) {
                ticks[note.pitch() % PITCH_CLASSES] += note.duration();
            }
        }
        return ticks;
    }
}
