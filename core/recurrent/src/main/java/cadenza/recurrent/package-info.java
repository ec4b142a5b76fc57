/**
 * Recurrent networks in plain Java: RNN, GRU (one gate and full) and LSTM, stacked, one- or two-directional, with a
 * softmax output. Made for fast steps of one sequence or a few, and for the same result on every machine: no natives, no
 * reduction whose order may change.
 *
 * <p>Start from {@link cadenza.recurrent.NetworkShape} (the blueprint), {@link cadenza.recurrent.NetworkWeights} and
 * {@link cadenza.recurrent.RecurrentNetwork}, whose {@link cadenza.recurrent.RecurrentNetwork.Lanes} is the third part:
 * what generations change, each in a lane of its own. {@link cadenza.recurrent.RecurrentModel} makes a {@link cadenza.api.Model} of them. This
 * package knows indices of input units, never what they mean: that is the {@link cadenza.recurrent.SlotCodec}'s.
 */
package cadenza.recurrent;
