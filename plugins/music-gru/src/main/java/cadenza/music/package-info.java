/**
 * The generator {@code music-gru}: music in two to six voices, as event tokens, with a recurrent network that starts
 * from empty input, the zero vector. Start from {@link cadenza.music.MusicGenerator};
 * {@link cadenza.music.VoicesCodec} turns scores into tokens and back, {@link cadenza.music.VoiceLines} splits a score
 * into its voices first. This plugin uses nothing that a stranger's could not.
 */
package cadenza.music;
