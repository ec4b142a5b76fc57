package cadenza.api;

import cadenza.api.document.Score;

/** A codec for music on a time grid. */
public interface MusicCodec extends Codec<Score> {
    /** Length of a step of the grid in ticks: the finest {@link Effect.Advance}. */
    int ticksPerStep();
}
