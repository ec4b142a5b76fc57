package cadenza.recurrent;

/**
 * The weights of one recurrent layer in one direction, gates side by side as {@link Cell} orders them.
 *
 * @param input one row of {@code [gates * hidden]} for each input unit
 * @param recurrent one row of {@code [gates * hidden]} for each activation of the previous step
 * @param bias {@code [gates * hidden]}
 */
public record LayerWeights(float[][] input, float[][] recurrent, float[] bias) {}
