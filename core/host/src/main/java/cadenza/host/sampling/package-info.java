/**
 * The one sampling loop for both media. Start from {@link cadenza.host.sampling.ParallelSampling}, which gives each core
 * a {@link cadenza.host.sampling.SamplingLoop}. That asks for logits of several
 * {@link cadenza.host.sampling.Generation}s at once, each of which masks its own by grammar and
 * {@link cadenza.host.sampling.Limit} and lets a {@link cadenza.host.sampling.Sampler} choose over a
 * {@link cadenza.host.sampling.Xoshiro256}. The same seed chooses the same tokens on every machine, alone or together. This package knows no file and no medium but by a token's effect.
 */
package cadenza.host.sampling;
