package cadenza.host.rewriting;

import cadenza.api.document.Meter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The music that a model knows: so many single lines on a grid, in one meter.
 *
 * @param voices highest first, 1 to {@value #MOST_VOICES}
 * @param step of the grid in ticks of a score, 1 or more
 * @param meter in which all music is read; empty for that of the most of a piece
 */
public record VoiceLayout(List<Voice> voices, int step, Optional<Meter> meter) {
    /** As many as there are channels below that of percussion. */
    public static final int MOST_VOICES = 9;

    public VoiceLayout {
        voices = List.copyOf(voices);
        Objects.requireNonNull(meter, "meter");
        if (voices.isEmpty() || voices.size() > MOST_VOICES) {
            throw new IllegalArgumentException(voices.size() + " voices are not in 1.." + MOST_VOICES);
        }
        if (step < 1) {
            throw new IllegalArgumentException("step " + step + " is below 1 tick");
        }
    }
}
