package cadenza.host.notation;

import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.host.music.Bars;
import java.util.List;

/**
 * A score as it is written down: on a grid of sixteenths (finer where a meter asks for it), in bars, each track a part of
 * up to four voices of notes, chords and rests. Drums are written without their lengths, each stroke up to the next.
 *
 * @param key the key signature; without accidentals where the score has none
 * @param tempos as in the score
 * @param grid the shortest value, in ticks
 * @param movedNotes how many notes began off the grid
 * @param lostNotes how many notes fell together with another of their pitch on the grid, and are not written
 */
public record Notation(
        String title,
        KeySignature key,
        List<TempoChange> tempos,
        List<Bar> bars,
        List<Part> parts,
        int grid,
        int movedNotes,
        int lostNotes) {

    /**
     * A bar.
     *
     * @param number from 1; 0 for a pickup
     * @param start in ticks
     * @param length in ticks
     * @param meter the time signature that holds; a pickup is shorter than it says
     * @param meterChanges whether the time signature is written here
     */
    public record Bar(int number, long start, long length, Meter meter, boolean meterChanges) {
        long end() {
            return start + length;
        }
    }

    /**
     * A staff.
     *
     * @param voices at least one; each has for each bar its symbols, without gaps; empty where a voice has nothing there
     */
    public record Part(
            String name, int channel, int program, boolean percussion, Clef clef, List<List<List<Symbol>>> voices) {}

    /**
     * A note, a chord, or a rest.
     *
     * @param start in ticks
     * @param heads from the lowest; none for a rest
     */
    public record Symbol(long start, NoteValue value, List<Head> heads) {
        boolean rest() {
            return heads.isEmpty();
        }
    }

    /** A pitch of a note or chord. @param tiedBack goes on from the symbol before @param tiedOn goes on in the next */
    public record Head(int pitch, int velocity, boolean tiedBack, boolean tiedOn) {}

    /** A day of music; a file of a few bytes can claim millions. */
    private static final int MOST_BARS = 50_000;

    /** Writes a score down. What does not lie on the grid is moved to it. @throws UserException if it has too many bars */
    public static Notation of(Score score) {
        long bars = new Bars(score).count();
        if (bars > MOST_BARS) {
            throw new UserException(
                    "'" + score.title() + "' has " + bars + " bars; at most " + MOST_BARS + " can be written down");
        }
        return new Engraver(score).notation();
    }
}
