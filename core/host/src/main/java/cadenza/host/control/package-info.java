/**
 * What the user asks of a clip, and what holds it. Start from {@link cadenza.host.control.Controls}: the values, and the
 * {@link cadenza.host.sampling.Constraint}s that they make. {@link cadenza.host.control.Scale},
 * {@link cadenza.host.control.PitchRange} and {@link cadenza.host.control.ChordProgression} read what musicians write;
 * a {@link cadenza.host.control.Prime} is a clip that is continued. This package knows music and tokens' effects, and
 * nothing of plugins, files or the command line.
 */
package cadenza.host.control;
