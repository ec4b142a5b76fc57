package cadenza.host.sampling;

import cadenza.api.Effect;

/**
 * What was played so far, the latest first: a list that is never changed, so that a playhead and its copies share it.
 *
 * @param tick when
 * @param effect a sound, a silence or a note that goes on
 * @param earlier what was played before it; null where it was the first
 */
public record Played(long tick, Effect effect, Played earlier) {}
