/**
 * The generator {@code music-gru}: music as tokens, with a recurrent network that starts from empty input, the zero
 * vector. Start from {@link cadenza.music.MusicGenerator}; {@link cadenza.music.Codings} lists the ways to write music as
 * tokens, each in a package of its own. This plugin uses nothing that a stranger's could not.
 */
package cadenza.music;
