/**
 * Writing word by word: the model offers the likeliest words, a person picks. Start from
 * {@link cadenza.host.picking.PickedText}.
 */
package cadenza.host.picking;
