/**
 * The generator {@code text-lstm}: text, code point by code point, with a recurrent network. Start from
 * {@link cadenza.text.TextGenerator}; {@link cadenza.text.CharacterCodec} turns texts into tokens and back. This
 * plugin uses nothing that a stranger's could not.
 */
package cadenza.text;
