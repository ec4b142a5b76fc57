/**
 * The coding {@code voices}: two to six single lines on a sixteenth grid, whose network hears its own harmony. Start from
 * {@link cadenza.music.voices.VoicesCoding}; {@link cadenza.api.voices.VoiceLines} is a score split into its voices,
 * {@link cadenza.music.voices.VoicesCodec} turns it into tokens and back, {@link cadenza.music.voices.HarmonyInputs} and
 * {@link cadenza.music.voices.HarmonyScores} are what the network sees and says. This package knows no other coding.
 */
package cadenza.music.voices;
