/**
 * What a text must hold: where it ends ({@link cadenza.host.writing.Extent}) and what must not be in it
 * ({@link cadenza.host.writing.Bans}); {@link cadenza.host.writing.ShapedText} writes one.
 */
package cadenza.host.writing;
