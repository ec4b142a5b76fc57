/**
 * Cadenza's recurrent cells as a layer of Deeplearning4j, which has no GRU of its own:
 * {@link cadenza.training.layer.RecurrentLayer} is the configuration,
 * {@link cadenza.training.layer.RecurrentLayerRuntime} the computation, {@link cadenza.training.layer.CellGradient} the
 * derivatives. Written for reading and for any data type; {@link cadenza.training.engine} computes the same numbers
 * fast, and its tests compare the two.
 */
package cadenza.training.layer;
