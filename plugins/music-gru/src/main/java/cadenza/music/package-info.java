/**
 * The generator {@code music-gru}: music as tokens, with a recurrent network that starts from empty input, the zero
 * vector. Start from {@link cadenza.music.MusicGenerator}; {@link cadenza.music.Codings} lists the ways to write music as
 * tokens. The voices coding is here: {@link cadenza.music.VoicesCodec} turns scores into tokens and back,
 * {@link cadenza.music.VoiceLines} splits a score into its voices first. The others have packages of their own. This
 * plugin uses nothing that a stranger's could not.
 */
package cadenza.music;
