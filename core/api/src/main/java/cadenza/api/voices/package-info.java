/**
 * Music in single lines, for codings of voices: {@link cadenza.api.voices.VoiceLines} reads a score as such,
 * {@link cadenza.api.voices.VoiceRecording} writes one, {@link cadenza.api.voices.VoiceParts} is what a corpus calls its
 * voices. Knows no tokens.
 */
package cadenza.api.voices;
