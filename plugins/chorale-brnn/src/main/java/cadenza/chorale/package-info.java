/**
 * Music in voices on a grid, rewritten with a bidirectional network. Start from {@link cadenza.chorale.ChoraleGenerator};
 * {@link cadenza.chorale.GridCodec} writes a piece as tokens, {@link cadenza.chorale.GridReading} is what the network sees
 * of one whose tokens are partly masked. Knows nothing of sampling.
 */
package cadenza.chorale;
