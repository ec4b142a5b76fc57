/**
 * Scores as pictures of their piano rolls, SVG and PNG: start from {@link cadenza.host.picture.PianoRollPicture}. What is
 * drawn is decided once, on a {@link cadenza.host.picture.Canvas}, of which each format has its own. The losses of a
 * training are drawn by {@link cadenza.host.picture.TrainingCurve}, with XChart. Only this package knows java.awt, which
 * takes its time to load.
 */
package cadenza.host.picture;
