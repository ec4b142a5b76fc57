/**
 * Rewriting: the second loop, beside the one from left to right. Start from {@link cadenza.host.rewriting.Sheet}, a whole
 * sequence of tokens place by place, and {@link cadenza.host.rewriting.RewritingLoop}, which redoes some of its places
 * from all that stands around them, as a {@link cadenza.host.rewriting.Schedule} says; a
 * {@link cadenza.host.rewriting.TextGap} is filled by it. A model only predicts what is masked; masks, locks, constraints,
 * temperatures and seeds are decided here.
 *
 * <p>A piece is fitted to a model's voices by {@link cadenza.host.rewriting.VoiceFitting};
 * {@link cadenza.host.rewriting.VoiceEdits} turns a rewritten voice into changes that
 * {@link cadenza.host.music.MidiSplice} makes in the file. A {@link cadenza.host.rewriting.BarGap} is filled without a
 * masked model: {@link cadenza.host.rewriting.StretchLikelihood} tells how well what was put there joins. This package
 * knows no file and no command line.
 */
package cadenza.host.rewriting;
