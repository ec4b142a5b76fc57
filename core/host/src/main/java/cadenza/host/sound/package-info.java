/**
 * Scores to sound: played on a synthesizer or a MIDI port, or rendered to a WAV file.
 *
 * <p>Start from {@link cadenza.host.sound.MidiPlayer} with {@link cadenza.host.sound.MidiPorts}, and from
 * {@link cadenza.host.sound.WaveRenderer} with {@link cadenza.host.sound.SoundFont}. This package knows no token, no
 * model and no command line; it sounds what {@link cadenza.host.music.MidiWriter} writes.
 */
package cadenza.host.sound;
