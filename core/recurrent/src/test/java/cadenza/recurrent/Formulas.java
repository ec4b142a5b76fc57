package cadenza.recurrent;

/** One layer computed element by element in double precision, as the formulas of {@link Cell} stand there. */
final class Formulas {
    private final Cell cell;
    private final int hidden;
    private final LayerWeights weights;
    private double[] activations;
    private double[] memory;

    Formulas(Cell cell, int hidden, LayerWeights weights) {
        this.cell = cell;
        this.hidden = hidden;
        this.weights = weights;
        activations = new double[hidden];
        memory = new double[hidden];
    }

    /** a⟨t⟩ after the input x⟨t⟩. */
    double[] step(double[] x) {
        double[] a = activations;
        double[] next = new double[hidden];
        double[] nextMemory = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            switch (cell) {
                case RNN -> next[j] = Math.tanh(z(0, j, a, x));
                case GRU_ONE_GATE -> {
                    double update = sigmoid(z(0, j, a, x));
                    double candidate = Math.tanh(z(1, j, a, x));
                    next[j] = update * candidate + (1 - update) * a[j];
                }
                case GRU -> {
                    double[] relevant = new double[hidden];
                    for (int k = 0; k < hidden; k++) {
                        relevant[k] = sigmoid(z(0, k, a, x)) * a[k];
                    }
                    double update = sigmoid(z(1, j, a, x));
                    double candidate = Math.tanh(z(2, j, relevant, x));
                    next[j] = update * candidate + (1 - update) * a[j];
                }
                case LSTM -> {
                    double update = sigmoid(z(0, j, a, x));
                    double forget = sigmoid(z(1, j, a, x));
                    double output = sigmoid(z(2, j, a, x));
                    double candidate = Math.tanh(z(3, j, a, x));
                    nextMemory[j] = update * candidate + forget * memory[j];
                    next[j] = output * Math.tanh(nextMemory[j]);
                }
            }
        }
        activations = next;
        memory = nextMemory;
        return next;
    }

    /** W[a, x] + b of one unit of one gate. */
    private double z(int gate, int unit, double[] a, double[] x) {
        int column = gate * hidden + unit;
        double z = weights.bias()[column];
        for (int i = 0; i < x.length; i++) {
            z += weights.input()[i][column] * x[i];
        }
        for (int k = 0; k < hidden; k++) {
            z += weights.recurrent()[k][column] * a[k];
        }
        return z;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
