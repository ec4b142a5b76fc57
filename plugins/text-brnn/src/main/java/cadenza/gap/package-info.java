/**
 * Gaps in text, filled from what stands before and behind with a bidirectional network, character by character. Start from
 * {@link cadenza.gap.GapGenerator}. Knows nothing of sampling.
 */
package cadenza.gap;
