package cadenza.training.engine;

import cadenza.recurrent.Cell;
import java.util.Arrays;
import java.util.List;

/** {@link Cell#LSTM}. */
final class LstmPass extends LayerPass {
    private final float[][] memory;
    private final float[][] squashed;
    private final float[][][] gate;
    private final float[] toMemory;

    LstmPass(Direction direction, int hidden, int lanes, int steps) {
        super(direction, Cell.LSTM.gates(), hidden, lanes, steps);
        int size = hidden * lanes;
        memory = new float[steps + 1][size];
        squashed = new float[steps][size];
        gate = new float[steps][gates][size];
        toMemory = new float[size];
    }

    @Override
    void begin(boolean[] fresh, int[] lengths) {
        super.begin(fresh, lengths);
        begin(memory, fresh);
    }

    @Override
    void clearState(int place, int lane) {
        super.clearState(place, lane);
        clear(memory[place], lane);
    }

    @Override
    void clearErrors(int lane) {
        super.clearErrors(lane);
        clear(toMemory, lane);
    }

    @Override
    List<float[]> carried() {
        return List.of(a[steps], memory[steps]);
    }

    @Override
    void activate(int step, Matrix weights) {
        float[][] kept = gate[step];
        Elementwise.sigmoid(z[0], term[0], kept[0]);
        Elementwise.sigmoid(z[1], term[1], kept[1]);
        Elementwise.sigmoid(z[2], term[2], kept[2]);
        Elementwise.tanh(z[3], term[3], kept[3]);
        Elementwise.remember(kept[0], kept[3], kept[1], memory[direction.before(step)], memory[direction.after(step)]);
        Elementwise.squash(memory[direction.after(step)], kept[2], squashed[step], a[direction.after(step)]);
    }

    @Override
    void differentiate(int step, Matrix transposed) {
        if (step == last()) {
            Arrays.fill(toMemory, 0f);
        }
        float[][] kept = gate[step];
        Elementwise.backOutput(error, squashed[step], kept[2], z[2], toMemory);
        Elementwise.backUpdate(toMemory, kept[0], kept[3], z[0], z[3]);
        Elementwise.backForget(toMemory, kept[1], memory[direction.before(step)], z[1]);
    }
}
