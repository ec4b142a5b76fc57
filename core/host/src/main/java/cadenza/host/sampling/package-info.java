/**
 * The one sampling loop for both media. Start from {@link cadenza.host.sampling.ParallelSampling}, which gives each core
 * a {@link cadenza.host.sampling.SamplingLoop}. That asks for logits of several
 * {@link cadenza.host.sampling.Generation}s at once, each of which masks its own by grammar,
 * {@link cadenza.host.sampling.Limit} and {@link cadenza.host.sampling.Constraint}s and lets a
 * {@link cadenza.host.sampling.Sampler} choose over a {@link cadenza.host.sampling.Xoshiro256}. The same seed chooses
 * the same tokens on every machine, alone or together. How is said by {@link cadenza.host.sampling.SamplerSettings}, of
 * which a {@link cadenza.host.sampling.Preset} is one by name; an {@link cadenza.host.sampling.Explanation} tells it.
 * This package knows no file and no medium but by a token's effect; a {@link cadenza.host.sampling.Playhead} follows the
 * effects.
 */
package cadenza.host.sampling;
