package cadenza.cli;

import cadenza.api.UserException;
import cadenza.api.document.Medium;
import cadenza.api.document.Score;
import cadenza.host.music.Quantisation;
import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** The option that moves the notes of what is read to a grid; counts what that takes. */
final class QuantiseOption implements UnaryOperator<Score> {
    private static final String NONE = "none";

    @Option(
            names = "--quantise",
            paramLabel = "GRID",
            defaultValue = NONE,
            description =
                    "Move notes to a grid: 1/4, 1/8, 1/16, 1/32, with t for triplets (1/8t, 1/16t, 1/32t), with :S to"
                            + " go only a part S of the way (1/16:0.5); none keeps swing and feel (default: ${DEFAULT-VALUE}).")
    private String grid;

    private int notes;
    private int moved;
    private int merged;
    private long furthest;

    boolean given() {
        return !grid.equals(NONE);
    }

    /** @throws UserException if it is no grid, or there are no notes to move */
    void check(Medium medium) {
        if (given()) {
            quantisation();
            if (medium != Medium.MUSIC) {
                throw new UserException("--quantise " + grid + " is for music, and this is about text; leave it out");
            }
        }
    }

    private Quantisation quantisation() {
        try {
            return Quantisation.parse(grid);
        } catch (UserException e) {
            throw new UserException("--quantise " + e.getMessage() + ", or " + NONE, e);
        }
    }

    @Override
    public Score apply(Score score) {
        if (!given()) {
            return score;
        }
        Quantisation.Result result = quantisation().apply(score);
        notes += result.notes();
        moved += result.moved();
        merged += result.merged();
        furthest = Math.max(furthest, result.furthest());
        return result.score();
    }

    /** Says what was moved, where anything could be. */
    void report(PrintStream err) {
        if (given()) {
            err.println("cadenza: quantised to " + quantisation() + ": moved " + moved + " of " + notes
                    + " notes, at most " + furthest + " of " + Score.TICKS_PER_QUARTER + " ticks a quarter"
                    + (merged == 0 ? "" : "; " + merged + " fell onto another of their pitch"));
        }
    }

    /** The option as it can be given again. */
    List<String> words() {
        return given() ? List.of("--quantise", grid) : List.of();
    }
}
