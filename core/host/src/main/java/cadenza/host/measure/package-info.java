/**
 * Measures of music, for setting what a model composes beside real pieces: each class is one figure with its definition
 * and where it comes from. Start from {@link cadenza.host.measure.MeasureReport}, which measures two sets of scores and
 * gives rows; {@link cadenza.host.measure.Measure} is a figure of one piece, {@link cadenza.host.measure.Overlap} one of
 * two sets. {@link cadenza.host.measure.VoiceLeadingFaults} tells of one score where its voices do not keep the rules.
 * Knows scores, no model and no token.
 */
package cadenza.host.measure;
