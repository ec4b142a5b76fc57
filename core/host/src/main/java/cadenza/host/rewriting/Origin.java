package cadenza.host.rewriting;

/**
 * A note of a score.
 *
 * @param track its index in the score
 * @param note its index in the track
 */
public record Origin(int track, int note) {}
