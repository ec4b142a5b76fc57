/**
 * Scores to and from MIDI files, and to a drawing in the terminal.
 *
 * <p>Start from {@link cadenza.host.music.MidiReader} and {@link cadenza.host.music.MidiWriter}; then
 * {@link cadenza.host.music.MidiContract} and {@link cadenza.host.music.PianoRoll}.
 * {@link cadenza.host.music.MidiSplice} changes notes of a file and leaves all else in it as it is.
 * {@link cadenza.host.music.Quantisation} moves notes to a grid, {@link cadenza.host.music.GeneralMidi} and
 * {@link cadenza.host.music.PitchName} have the names. This package knows no token, no model
 * and no command line: it takes and gives {@link cadenza.api.document.Score}s.
 */
package cadenza.host.music;
