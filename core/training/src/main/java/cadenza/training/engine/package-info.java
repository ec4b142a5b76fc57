/**
 * The fast way to a gradient. The minibatch is split over threads; each {@link cadenza.training.engine.Shard} runs its
 * lanes forward and backward through all layers with large matrix products (OpenBLAS) and plain Java loops between
 * them. Matrices are feature-major, {@code [feature][step · lane]}: then every product is weights times state.
 *
 * <p>Start from {@link cadenza.training.engine.GradientEngine}. It computes what {@link cadenza.training.layer}
 * computes, in single precision.
 */
package cadenza.training.engine;
