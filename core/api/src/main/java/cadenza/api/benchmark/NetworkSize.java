package cadenza.api.benchmark;

/**
 * What decides how much work a network is, for whoever builds it.
 *
 * @param cell id of the kind of recurrent cell: "lstm", "gru", …
 * @param layers recurrent layers, 1 or more
 * @param hidden activations of a layer, 1 or more
 * @param symbols size of the vocabulary, the unknown token included, 2 or more; as many inputs (one-hot) and outputs
 */
public record NetworkSize(String cell, int layers, int hidden, int symbols) {
    public NetworkSize {
        if (layers < 1 || hidden < 1 || symbols < 2) {
            throw new IllegalArgumentException("a network of " + layers + " layers, " + hidden + " hidden units and "
                    + symbols + " symbols is none");
        }
    }

    /** Such as "lstm 2x256": layers by hidden units. */
    @Override
    public String toString() {
        return cell + " " + layers + "x" + hidden;
    }
}
