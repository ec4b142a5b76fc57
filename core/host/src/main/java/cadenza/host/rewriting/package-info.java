/**
 * Fits a piece to the voices of a model that rewrites parts of it, and brings what the model wrote back to the piece.
 *
 * <p>Start from {@link cadenza.host.rewriting.VoiceFitting}, which makes a {@link cadenza.host.rewriting.VoiceFit} for a
 * {@link cadenza.host.rewriting.VoiceLayout}; {@link cadenza.host.rewriting.VoiceEdits} turns a rewritten voice into
 * changes that {@link cadenza.host.music.MidiSplice} makes in the file. This package knows no token, no model, no file
 * and no command line.
 */
package cadenza.host.rewriting;
