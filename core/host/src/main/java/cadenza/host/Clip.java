package cadenza.host;

import cadenza.api.document.Score;

/**
 * Music that was generated.
 *
 * @param midi a standard MIDI file with the recipe in it; not to be changed
 */
public record Clip(Score score, byte[] midi, Recipe recipe) {}
