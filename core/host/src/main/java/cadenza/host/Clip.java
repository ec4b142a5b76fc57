package cadenza.host;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.host.music.MidiFileType;
import cadenza.host.music.MidiWriter;
import java.util.Optional;

/**
 * Music that was generated.
 *
 * @param midi a standard MIDI file of type 1 with the recipe in it; not to be changed
 */
public record Clip(Score score, byte[] midi, Recipe recipe) {
    /** The first tick at which a note is the model's own and not its prime's; 0 without a prime. */
    public long newFrom() {
        return recipe.request() instanceof Request.Compose compose
                        && compose.prime().isPresent()
                ? compose.prime().get().score().tracks().stream()
                                .flatMap(track -> track.notes().stream())
                                .mapToLong(Note::tick)
                                .max()
                                .orElse(-1)
                        + 1
                : 0;
    }

    /** The MIDI file of a type: the same music with the same recipe, which does not name the type; the file does. */
    public byte[] midi(MidiFileType type) {
        return type == MidiFileType.SIMULTANEOUS_TRACKS
                ? midi
                : new MidiWriter(type).write(score, Optional.of(Recipe.MIDI_PREFIX + recipe.toJson()));
    }
}
