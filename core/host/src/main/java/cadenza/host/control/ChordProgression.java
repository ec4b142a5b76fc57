package cadenza.host.control;

import cadenza.api.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Chords bar by bar, from the beginning again when they are through.
 *
 * @param bars the chords of each bar, which share it equally; at least one bar, and one chord in each
 */
public record ChordProgression(List<List<String>> bars) {
    private static final int MOST_IN_A_BAR = 8;

    /** @throws UserException if a symbol is no chord that is known */
    public ChordProgression {
        bars = bars.stream().map(List::copyOf).toList();
        bars.forEach(bar -> bar.forEach(Chord::parse));
    }

    /**
     * Reads bars with a line between them: {@code Dm7 G7 | C}. A line at the beginning or the end is nothing.
     *
     * @throws UserException if a bar is empty, has more than eight chords, or a symbol is no chord that is known
     */
    public static ChordProgression parse(String text) {
        String inner = text.strip().replaceAll("^\\||\\|$", "").strip();
        List<List<String>> bars = Arrays.stream(inner.split("\\|", -1))
                .map(bar -> List.of(bar.strip().split("\\s+")))
                .toList();
        for (List<String> bar : bars) {
            if (bar.get(0).isEmpty() || bar.size() > MOST_IN_A_BAR) {
                throw new UserException(
                        "--chords '" + text + "' has a bar of " + (bar.get(0).isEmpty() ? 0 : bar.size())
                                + " chords; give 1 to " + MOST_IN_A_BAR + " to each bar, such as 'Dm7 G7 | C'");
            }
        }
        return new ChordProgression(bars);
    }

    /** The chords, read. */
    List<List<Chord>> chords() {
        return bars.stream().map(bar -> bar.stream().map(Chord::parse).toList()).toList();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return bars.stream().map(bar -> String.join(" ", bar)).collect(Collectors.joining(" | "));
    }
}
