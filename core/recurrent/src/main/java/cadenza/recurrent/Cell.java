package cadenza.recurrent;

import cadenza.api.UserException;
import java.util.Arrays;
import java.util.List;

/**
 * The kinds of recurrent cell, in the notation of A. Ng's course "Sequence Models" (weights act on the previous
 * activation and the input, concatenated; Γ are gates between 0 and 1; ∗ multiplies element by element).
 *
 * <p>The rows of a weight array hold the gates one after the other, each {@code hidden} wide, in the order given here.
 */
public enum Cell {
    /**
     * Elman's recurrent unit. Order: a.
     *
     * <pre>a⟨t⟩ = tanh(Wa[a⟨t−1⟩, x⟨t⟩] + ba)</pre>
     */
    RNN("rnn", 1),

    /**
     * The simplified gated recurrent unit. Order: Γu, c̃.
     *
     * <pre>
     * c̃⟨t⟩ = tanh(Wc[c⟨t−1⟩, x⟨t⟩] + bc)
     * Γu   = σ(Wu[c⟨t−1⟩, x⟨t⟩] + bu)
     * c⟨t⟩ = Γu ∗ c̃⟨t⟩ + (1 − Γu) ∗ c⟨t−1⟩,  a⟨t⟩ = c⟨t⟩
     * </pre>
     */
    GRU_ONE_GATE("gru-one-gate", 2),

    /**
     * The gated recurrent unit of Cho et al. 2014, its relevance gate applied before the matrix. Order: Γr, Γu, c̃.
     *
     * <pre>
     * Γr   = σ(Wr[c⟨t−1⟩, x⟨t⟩] + br)
     * Γu   = σ(Wu[c⟨t−1⟩, x⟨t⟩] + bu)
     * c̃⟨t⟩ = tanh(Wc[Γr ∗ c⟨t−1⟩, x⟨t⟩] + bc)
     * c⟨t⟩ = Γu ∗ c̃⟨t⟩ + (1 − Γu) ∗ c⟨t−1⟩,  a⟨t⟩ = c⟨t⟩
     * </pre>
     */
    GRU("gru", 3),

    /**
     * The long short-term memory of Hochreiter and Schmidhuber 1997 with the forget gate of Gers et al. 2000. Order:
     * Γu, Γf, Γo, c̃.
     *
     * <pre>
     * Γu, Γf, Γo = σ(W[a⟨t−1⟩, x⟨t⟩] + b), each its own
     * c̃⟨t⟩ = tanh(Wc[a⟨t−1⟩, x⟨t⟩] + bc)
     * c⟨t⟩ = Γu ∗ c̃⟨t⟩ + Γf ∗ c⟨t−1⟩,  a⟨t⟩ = Γo ∗ tanh c⟨t⟩
     * </pre>
     */
    LSTM("lstm", 4);

    private final String id;
    private final int gates;

    Cell(String id, int gates) {
        this.id = id;
        this.gates = gates;
    }

    /** How users and model files name the cell. */
    public String id() {
        return id;
    }

    /** How many times {@code hidden} a row of weights is wide: the gates and the candidate. */
    public int gates() {
        return gates;
    }

    /** The cell of an id. @throws UserException if there is none */
    public static Cell of(String id) {
        return Arrays.stream(values())
                .filter(cell -> cell.id.equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new UserException("cell '" + id + "' is not known; one of " + String.join(", ", ids())));
    }

    /** The ids of all cells. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Cell::id).toList();
    }
}
