/**
 * Training of recurrent networks with Deeplearning4j: the only room that imports it, and never loaded while generating.
 *
 * <p>Start from {@link cadenza.training.Trainer}: it cuts {@link cadenza.training.Sequence}s into
 * {@link cadenza.training.engine.Window}s, fits a {@link cadenza.training.WindowNetwork} to them and returns the weights that
 * did best on the validation sequences. {@link cadenza.training.engine} computes the gradients fast,
 * {@link cadenza.training.layer} is the same as a layer of Deeplearning4j. This package knows indices of input units
 * and targets, never what they mean.
 */
package cadenza.training;
