/**
 * Scores to what notation programs read: MusicXML and ABC.
 *
 * <p>Start from {@link cadenza.host.notation.Notation}, which puts a score into bars, voices and note values, and from
 * its writers {@link cadenza.host.notation.MusicXmlWriter} and {@link cadenza.host.notation.AbcWriter}. This package
 * knows no token, no model, no file and no command line.
 */
package cadenza.host.notation;
