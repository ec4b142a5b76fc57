/**
 * <<<<<<< HEAD
 * Rewriting: the second loop, beside the one from left to right. Start from {@link cadenza.host.rewriting.Sheet}, a whole
 * sequence of tokens place by place, and {@link cadenza.host.rewriting.RewritingLoop}, which redoes some of its places
 * from all that stands around them, as a {@link cadenza.host.rewriting.Schedule} says; a
 * {@link cadenza.host.rewriting.TextGap} is filled by it. A model only predicts what is
 * masked; masks, locks, constraints, temperatures and seeds are decided here. This package knows no file.
 * =======
 * Fits a piece to the voices of a model that rewrites parts of it, and brings what the model wrote back to the piece.
 *
 * <p>Start from {@link cadenza.host.rewriting.VoiceFitting}, which makes a {@link cadenza.host.rewriting.VoiceFit} for a
 * {@link cadenza.host.rewriting.VoiceLayout}; {@link cadenza.host.rewriting.VoiceEdits} turns a rewritten voice into
 * changes that {@link cadenza.host.music.MidiSplice} makes in the file. This package knows no token, no model, no file
 * and no command line.
 * >>>>>>> splice
 */
package cadenza.host.rewriting;
