/**
 * How a training goes, as the host hears of it: {@link cadenza.host.training.TrainingHistory} keeps its losses and tells
 * when it begins to learn by heart, {@link cadenza.host.training.LossUnit} is what losses are shown in. Knows nothing of
 * networks.
 */
package cadenza.host.training;
