package cadenza.training.engine;

/** Which way a layer reads a window, and where it keeps the states between the steps: in {@code steps + 1} places. */
enum Direction {
    FORWARD,
    BACKWARD;

    /** The i-th step that is read of so many. */
    int step(int i, int steps) {
        return this == FORWARD ? i : steps - 1 - i;
    }

    /** The place of the state that a step reads. */
    int before(int step) {
        return this == FORWARD ? step : step + 1;
    }

    /** The place of the state that a step leaves. */
    int after(int step) {
        return this == FORWARD ? step + 1 : step;
    }
}
