package cadenza.host;

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
    /** The MIDI file of a type: the same music with the same recipe, which does not name the type; the file does. */
    public byte[] midi(MidiFileType type) {
        return type == MidiFileType.SIMULTANEOUS_TRACKS
                ? midi
                : new MidiWriter(type).write(score, Optional.of(Recipe.MIDI_PREFIX + recipe.toJson()));
    }
}
