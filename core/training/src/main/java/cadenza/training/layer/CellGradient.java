package cadenza.training.layer;

import static org.nd4j.linalg.ops.transforms.Transforms.sigmoid;
import static org.nd4j.linalg.ops.transforms.Transforms.tanh;

import cadenza.recurrent.Cell;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One step of a cell and its derivative, on arrays of {@code [batch, …]} of any data type; the formulas are
 * {@link Cell}'s and, backward, their chain rule, written with σ' = σ(1 − σ) and tanh' = 1 − tanh².
 */
final class CellGradient {
    private final Cell cell;
    private final int hidden;
    private final INDArray recurrent;

    /** @param recurrent weights {@code [hidden, gates * hidden]} */
    CellGradient(Cell cell, INDArray recurrent) {
        this.cell = cell;
        this.hidden = (int) recurrent.size(0);
        this.recurrent = recurrent;
    }

    /**
     * What a step leaves behind.
     *
     * @param gates activated gates and candidate {@code [batch, gates * hidden]}
     * @param memory c⟨t⟩; of every cell but the LSTM the same array as the activation
     * @param activation a⟨t⟩
     */
    record Step(INDArray gates, INDArray memory, INDArray activation) {}

    /**
     * What flows back out of a step.
     *
     * @param preActivation ∂L/∂z, {@code [batch, gates * hidden]}
     * @param recurrent what this step adds to ∂L/∂U, {@code [hidden, gates * hidden]}
     * @param activation ∂L/∂a⟨t−1⟩
     * @param memory ∂L/∂c⟨t−1⟩; null for every cell but the LSTM
     */
    record Backward(INDArray preActivation, INDArray recurrent, INDArray activation, INDArray memory) {}

    /**
     * @param projected W·x⟨t⟩ + b, {@code [batch, gates * hidden]}
     * @param mask {@code [batch, 1]} of 0 and 1, or null; a masked example's state becomes zero
     */
    Step forward(INDArray projected, Step previous, INDArray mask) {
        INDArray before = previous.activation();
        INDArray memory;
        INDArray activation;
        INDArray gates;
        switch (cell) {
            case RNN -> {
                gates = tanh(projected.add(before.mmul(recurrent)), false);
                memory = activation = gates.dup();
            }
            case GRU_ONE_GATE -> {
                INDArray z = projected.add(before.mmul(recurrent));
                INDArray update = sigmoid(part(z, 0));
                INDArray candidate = tanh(part(z, 1));
                memory = activation = interpolate(update, candidate, before);
                gates = Nd4j.hstack(update, candidate);
            }
            case GRU -> {
                INDArray relevance = sigmoid(part(projected, 0).add(before.mmul(part(recurrent, 0))));
                INDArray update = sigmoid(part(projected, 1).add(before.mmul(part(recurrent, 1))));
                INDArray candidate =
                        tanh(part(projected, 2).add(relevance.mul(before).mmul(part(recurrent, 2))));
                memory = activation = interpolate(update, candidate, before);
                gates = Nd4j.hstack(relevance, update, candidate);
            }
            case LSTM -> {
                INDArray z = projected.add(before.mmul(recurrent));
                INDArray update = sigmoid(part(z, 0));
                INDArray forget = sigmoid(part(z, 1));
                INDArray output = sigmoid(part(z, 2));
                INDArray candidate = tanh(part(z, 3));
                memory = update.mul(candidate).addi(forget.mul(previous.memory()));
                activation = output.mul(tanh(memory));
                gates = Nd4j.hstack(update, forget, output, candidate);
            }
            default -> throw new IllegalStateException("no step for " + cell);
        }
        if (mask != null) {
            activation = activation.mulColumnVector(mask);
            memory = cell == Cell.LSTM ? memory.mulColumnVector(mask) : activation;
        }
        return new Step(gates, memory, activation);
    }

    /**
     * @param activation ∂L/∂a⟨t⟩
     * @param memory ∂L/∂c⟨t⟩ from the step after; null for none
     */
    Backward backward(Step step, Step previous, INDArray activation, INDArray memory, INDArray mask) {
        INDArray masked = mask == null ? activation : activation.mulColumnVector(mask);
        INDArray gates = step.gates();
        INDArray before = previous.activation();
        return switch (cell) {
            case RNN -> linear(masked.mul(tanhSlope(gates)), before, null, null);
            case GRU_ONE_GATE -> {
                INDArray update = part(gates, 0);
                INDArray candidate = part(gates, 1);
                INDArray z = Nd4j.hstack(
                        masked.mul(candidate.sub(before)).muli(sigmoidSlope(update)),
                        masked.mul(update).muli(tanhSlope(candidate)));
                yield linear(z, before, masked.mul(update.rsub(1)), null);
            }
            case GRU -> gru(masked, gates, before);
            case LSTM -> lstm(masked, memory, mask, step, previous);
        };
    }

    private Backward gru(INDArray activation, INDArray gates, INDArray before) {
        INDArray relevance = part(gates, 0);
        INDArray update = part(gates, 1);
        INDArray candidate = part(gates, 2);
        INDArray zUpdate = activation.mul(candidate.sub(before)).muli(sigmoidSlope(update));
        INDArray zCandidate = activation.mul(update).muli(tanhSlope(candidate));
        INDArray relevant = zCandidate.mmul(part(recurrent, 2).transpose());
        INDArray zRelevance = relevant.mul(before).muli(sigmoidSlope(relevance));
        INDArray toRecurrent = Nd4j.hstack(
                before.transpose().mmul(zRelevance),
                before.transpose().mmul(zUpdate),
                relevance.mul(before).transpose().mmul(zCandidate));
        INDArray toBefore = activation
                .mul(update.rsub(1))
                .addi(relevant.mul(relevance))
                .addi(zRelevance.mmul(part(recurrent, 0).transpose()))
                .addi(zUpdate.mmul(part(recurrent, 1).transpose()));
        return new Backward(Nd4j.hstack(zRelevance, zUpdate, zCandidate), toRecurrent, toBefore, null);
    }

    private Backward lstm(INDArray activation, INDArray memory, INDArray mask, Step step, Step previous) {
        INDArray gates = step.gates();
        INDArray update = part(gates, 0);
        INDArray forget = part(gates, 1);
        INDArray output = part(gates, 2);
        INDArray candidate = part(gates, 3);
        INDArray squashed = tanh(step.memory());
        INDArray toMemory = activation.mul(output).muli(tanhSlope(squashed));
        if (memory != null) {
            toMemory.addi(memory);
        }
        if (mask != null) {
            toMemory = toMemory.mulColumnVector(mask);
        }
        INDArray z = Nd4j.hstack(
                toMemory.mul(candidate).muli(sigmoidSlope(update)),
                toMemory.mul(previous.memory()).muli(sigmoidSlope(forget)),
                activation.mul(squashed).muli(sigmoidSlope(output)),
                toMemory.mul(update).muli(tanhSlope(candidate)));
        return linear(z, previous.activation(), null, toMemory.mul(forget));
    }

    /** Back through {@code z = U·a⟨t−1⟩ + …}; {@code direct} is what reaches a⟨t−1⟩ past the matrix, or null. */
    private Backward linear(INDArray z, INDArray before, INDArray direct, INDArray memory) {
        INDArray toBefore = z.mmul(recurrent.transpose());
        if (direct != null) {
            toBefore.addi(direct);
        }
        return new Backward(z, before.transpose().mmul(z), toBefore, memory);
    }

    private INDArray part(INDArray gates, int gate) {
        return gates.get(NDArrayIndex.all(), NDArrayIndex.interval((long) gate * hidden, (gate + 1L) * hidden));
    }

    private static INDArray interpolate(INDArray update, INDArray candidate, INDArray before) {
        return update.mul(candidate).addi(update.rsub(1).muli(before));
    }

    private static INDArray sigmoidSlope(INDArray value) {
        return value.mul(value.rsub(1));
    }

    private static INDArray tanhSlope(INDArray value) {
        return value.mul(value).rsubi(1);
    }
}
