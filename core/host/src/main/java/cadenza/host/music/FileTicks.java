package cadenza.host.music;

import cadenza.api.document.Note;
import cadenza.api.document.Score;

/**
 * Ticks of a score to those of a file and back, rounded to the nearest; back just as {@link TickScale} does.
 *
 * @param division ticks of the file in a quarter, 1 to 32,767
 */
record FileTicks(int division) {
    long ofFile(long tickOfScore) {
        return (2 * tickOfScore * division + Score.TICKS_PER_QUARTER) / (2L * Score.TICKS_PER_QUARTER);
    }

    long ofScore(long tickOfFile) {
        return (2 * tickOfFile * Score.TICKS_PER_QUARTER + division) / (2L * division);
    }

    /** A note with its ticks in those of the file; it lasts at least one. */
    Note ofFile(Note note) {
        long from = ofFile(note.tick());
        return new Note(from, Math.max(1, ofFile(note.end()) - from), note.pitch(), note.velocity());
    }
}
