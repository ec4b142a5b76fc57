package cadenza.host.rewriting;

import cadenza.api.UserException;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.host.music.Quantisation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses music that does not lie on a grid. @param step ticks of a step */
record GridCheck(int step) {
    /** This share of the notes may lie further off the grid than {@link #tolerance}; the coding of voices allows less. */
    private static final double OFF_SHARE = 0.2;

    /** As many of the notes off the grid must lie on one of triplets to be called so. */
    private static final double TRIPLET_SHARE = 0.8;

    private static final int[] TRIPLETS = {Score.TICKS_PER_QUARTER / 3, Score.TICKS_PER_QUARTER / 6};

    /** A quarter of a step, in ticks, as the coding of voices has it. */
    private int tolerance() {
        return step / 4;
    }

    /** @throws UserException if more than a fifth of the notes lie more than a quarter of a step off */
    void check(String title, List<Note> notes) {
        List<Note> off = notes.stream()
                .filter(note -> distance(note.tick(), step) > tolerance())
                .toList();
        if (off.size() <= OFF_SHARE * notes.size()) {
            return;
        }
        long triplets = off.stream()
                .filter(note -> Math.min(distance(note.tick(), TRIPLETS[0]), distance(note.tick(), TRIPLETS[1]))
                        <= TRIPLETS[1] / 4)
                .count();
        String reason = triplets >= TRIPLET_SHARE * off.size() ? "these are triplets" : "it was played freely";
        Optional<Quantisation.Grid> grid = Stream.of(Quantisation.Grid.values())
                .filter(candidate -> candidate.ticks() == step)
                .findFirst();
        throw new UserException("'" + title + "' does not lie on the grid of the model: " + off.size() + " of "
                + notes.size() + " notes are more than " + tolerance() + " ticks off its steps of " + step + " ("
                + reason + "); "
                + grid.map(found -> "give --quantise " + found + " to have it shown to the model as if it did")
                        .orElse("give one that does"));
    }

    private static long distance(long tick, int step) {
        return Math.abs(tick - GridNotes.nearest(tick, step) * step);
    }
}
