/**
 * The one sampling loop for both media. Start from {@link cadenza.host.sampling.SamplingLoop}, which asks a predictor
 * for logits, masks them by grammar and {@link cadenza.host.sampling.Limit}, and lets a
 * {@link cadenza.host.sampling.Sampler} choose over a {@link cadenza.host.sampling.Xoshiro256}. The same seed chooses
 * the same tokens on every machine. This package knows no file and no medium but by a token's effect.
 */
package cadenza.host.sampling;
