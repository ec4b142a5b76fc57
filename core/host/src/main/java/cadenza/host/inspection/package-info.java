/**
 * What there is to know of a MIDI file: start from {@link cadenza.host.inspection.Inspection}. Knows scores and how they
 * are read; nothing of models, of tokens or of how the facts are shown.
 */
package cadenza.host.inspection;
