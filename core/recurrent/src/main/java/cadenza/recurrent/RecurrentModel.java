package cadenza.recurrent;

import cadenza.api.BatchPredictor;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** A model of a recurrent network and the codec that feeds it. */
public final class RecurrentModel implements Model {
    private final SlotCodec<?> codec;
    private final Settings codecSettings;
    private final RecurrentNetwork network;

    /**
     * @param codecSettings what the codec needs, beside the vocabulary, to be made again
     * @throws UserException if the network does not fit the codec
     */
    public RecurrentModel(SlotCodec<?> codec, Settings codecSettings, RecurrentNetwork network) {
        NetworkContents.check(network.shape(), codec.inputs(), codec.outputs());
        this.codec = codec;
        this.codecSettings = codecSettings;
        this.network = network;
    }

    /**
     * Opens what {@link #contents()} gave.
     *
     * @param codecOf makes the codec of a vocabulary and its settings
     * @throws UserException if the contents do not fit together
     */
    public static RecurrentModel open(
            ModelContents contents, BiFunction<Vocabulary, Settings, ? extends SlotCodec<?>> codecOf) {
        Settings codecSettings = NetworkContents.codecSettings(contents);
        NetworkWeights weights = NetworkContents.weights(contents);
        if (weights.shape().bidirectional()) {
            throw new UserException("the network reads both ways and cannot generate from left to right");
        }
        return new RecurrentModel(
                codecOf.apply(contents.vocabulary(), codecSettings), codecSettings, new RecurrentNetwork(weights));
    }

    @Override
    public SlotCodec<?> codec() {
        return codec;
    }

    @Override
    public Predictor start() {
        return new Alone(predictor(1));
    }

    @Override
    public BatchPredictor start(int lanes) {
        return predictor(lanes);
    }

    private RecurrentPredictor predictor(int lanes) {
        SlotState[] positions = new SlotState[lanes];
        Arrays.setAll(positions, lane -> codec.start());
        return predictor(network.start(lanes), positions);
    }

    private RecurrentPredictor predictor(RecurrentNetwork.Lanes states, SlotState[] positions) {
        return codec instanceof ScoringCodec<?> scoring
                ? new ScoringPredictor(scoring, states, positions)
                : new RecurrentPredictor(states, positions);
    }

    @Override
    public ModelContents contents() {
        return NetworkContents.of(network.weights(), codecSettings, codec.vocabulary());
    }

    private class RecurrentPredictor implements BatchPredictor {
        private final RecurrentNetwork.Lanes states;
        final SlotState[] positions;
        private final int[][] units;
        private final int[][] awake;

        RecurrentPredictor(RecurrentNetwork.Lanes states, SlotState[] positions) {
            this.states = states;
            this.positions = positions;
            units = new int[positions.length][codec.slots()];
            awake = new int[positions.length][];
        }

        /** Empty if the codec's states cannot be copied. */
        final Optional<RecurrentPredictor> copy() {
            SlotState[] copies = new SlotState[positions.length];
            for (int lane = 0; lane < copies.length; lane++) {
                Optional<? extends SlotState> copy = positions[lane].copy();
                if (copy.isEmpty()) {
                    return Optional.empty();
                }
                copies[lane] = copy.get();
            }
            return Optional.of(predictor(states.copy(), copies));
        }

        @Override
        public float[][] first() {
            for (int[] lane : units) {
                Arrays.fill(lane, SlotState.NONE);
            }
            return states.step(units);
        }

        @Override
        public float[][] next(int[] tokens) {
            for (int lane = 0; lane < tokens.length; lane++) {
                awake[lane] = null;
                if (tokens[lane] != RESTING) {
                    positions[lane].accept(tokens[lane]);
                    positions[lane].units(units[lane]);
                    awake[lane] = units[lane];
                }
            }
            return states.step(awake);
        }
    }

    /** Adds up the network's scores to logits. */
    private final class ScoringPredictor extends RecurrentPredictor {
        private final SelectedScores selected;
        private final float[][] logits;

        ScoringPredictor(ScoringCodec<?> codec, RecurrentNetwork.Lanes states, SlotState[] positions) {
            super(states, positions);
            int size = codec.vocabulary().size();
            selected = new SelectedScores(codec.terms(), new int[size * codec.terms()]);
            logits = new float[positions.length][size];
        }

        @Override
        public float[][] first() {
            float[][] scores = super.first();
            for (int lane = 0; lane < logits.length; lane++) {
                addUp(scores, lane);
            }
            return logits;
        }

        @Override
        public float[][] next(int[] tokens) {
            float[][] scores = super.next(tokens);
            for (int lane = 0; lane < tokens.length; lane++) {
                if (tokens[lane] != RESTING) {
                    addUp(scores, lane);
                }
            }
            return logits;
        }

        private void addUp(float[][] scores, int lane) {
            ((ScoringState) positions[lane]).scores(selected.indices());
            selected.addUp(scores[lane], logits[lane]);
        }
    }

    /** The only lane of a batch of one. */
    private static final class Alone implements Predictor {
        private final RecurrentPredictor batch;
        private final int[] token = new int[1];

        Alone(RecurrentPredictor batch) {
            this.batch = batch;
        }

        @Override
        public float[] first() {
            return batch.first()[0];
        }

        @Override
        public float[] next(int next) {
            token[0] = next;
            return batch.next(token)[0];
        }

        @Override
        public Optional<Predictor> copy() {
            return batch.copy().map(Alone::new);
        }
    }
}
