package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cadenza.api.TrainingProgress;
import cadenza.api.UserException;
import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import cadenza.recurrent.RecurrentNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {
    private static final int TOKENS = 6;
    private static final int[] PERIOD = {1, 4, 1, 2, 5, 5, 3};

    /** Remembers all it hears, and cancels when it was asked so often. */
    private static final class Hearing implements ProgressListener {
        private final List<TrainingProgress> progress = new ArrayList<>();
        private final List<NetworkWeights> improvements = new ArrayList<>();
        private int patience;

        Hearing(int patience) {
            this.patience = patience;
        }

        @Override
        public void progressed(TrainingProgress now) {
            progress.add(now);
        }

        @Override
        public void improved(TrainingProgress now, NetworkWeights weights) {
            improvements.add(weights);
        }

        @Override
        public boolean cancelled() {
            return patience-- <= 0;
        }

        TrainingProgress last() {
            return progress.get(progress.size() - 1);
        }
    }

    private static Sequence periodic(int length) {
        return Sequence.ofLastToken(
                IntStream.range(0, length).map(i -> PERIOD[i % PERIOD.length]).toArray());
    }

    private static Sequence noise(int length, long seed) {
        return Sequence.ofLastToken(new Random(seed).ints(length, 0, TOKENS).toArray());
    }

    private static Hyperparameters epochs(int epochs, double learningRate) {
        return new Hyperparameters(4, 20, learningRate, 0, 0, 1, OptionalInt.of(epochs), Optional.empty(), 1, 2);
    }

    private static NetworkWeights train(
            Cell cell,
            Hyperparameters hyperparameters,
            List<Sequence> training,
            List<Sequence> validation,
            ProgressListener hearing) {
        NetworkShape shape = new NetworkShape(TOKENS, cell, false, 1, 16, TOKENS);
        return new Trainer(
                        shape,
                        hyperparameters,
                        InputSlots.ONE,
                        TrainingSet.of(training),
                        validation,
                        TrainerStart.FRESH,
                        hearing)
                .train();
    }

    /** Nats a token, computed by the plain-Java network. */
    private static double loss(NetworkWeights weights, Sequence sequence) {
        RecurrentNetwork.Lanes lanes = new RecurrentNetwork(weights).start(1);
        double nats = 0;
        for (int step = 0; step < sequence.length(); step++) {
            float[] logits = lanes.step(new int[][] {{sequence.unit(step, 0)}})[0];
            double sum = 0;
            for (float logit : logits) {
                sum += Math.exp(logit);
            }
            nats += Math.log(sum) - logits[sequence.target(step)];
        }
        return nats / sequence.length();
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void aPeriodIsLearnedFromTheFirstTokenOn(Cell cell) {
        List<Sequence> pieces = List.of(periodic(70), periodic(91), periodic(77), periodic(84));
        Hearing hearing = new Hearing(Integer.MAX_VALUE);
        NetworkWeights weights = train(cell, epochs(70, 0.03), pieces, List.of(periodic(40)), hearing);
        assertThat(loss(weights, periodic(200))).isLessThan(0.05);
        assertThat(hearing.last().trainingLoss()).isLessThan(Math.log(TOKENS));
        assertThat(hearing.last().bestValidationLoss()).isLessThan(0.05);
    }

    @Test
    void howeverLittleTimeThereIsAStepIsMade() {
        Hyperparameters hurried =
                new Hyperparameters(4, 20, 0.03, 0, 0, 1, OptionalInt.empty(), Optional.of(Duration.ofNanos(1)), 1, 2);
        Hearing hearing = new Hearing(Integer.MAX_VALUE);
        train(Cell.GRU, hurried, List.of(periodic(70)), List.of(periodic(40)), hearing);
        assertThat(hearing.last().steps()).isEqualTo(1);
        assertThat(hearing.last().trainingLoss()).isFinite();
    }

    @Test
    void aTrainingEndsAfterSoManyValidationsInARowWithoutAnImprovement() {
        Hyperparameters patient = new Hyperparameters(
                4, 20, 0.03, 0, 0, 1, OptionalInt.of(120), Optional.empty(), OptionalInt.of(3), 1, 2);
        Hearing hearing = new Hearing(Integer.MAX_VALUE);
        NetworkWeights weights = train(Cell.LSTM, patient, List.of(noise(80, 1)), List.of(noise(60, 2)), hearing);
        TrainingProgress last = hearing.last();
        assertThat(last.epochs()).isLessThan(120);
        List<TrainingProgress> validations = hearing.progress;
        assertThat(validations.subList(validations.size() - 3, validations.size()))
                .allSatisfy(after -> assertThat(after.validationLoss()).isGreaterThan(after.bestValidationLoss()));
        assertThat(validations.get(validations.size() - 4).validationLoss()).isEqualTo(last.bestValidationLoss());
        assertThat(weights).isSameAs(hearing.improvements.get(hearing.improvements.size() - 1));
    }

    @Test
    void theWeightsThatDidBestOnTheValidationAreReturned() {
        // Noise can be learned by heart, which does other noise no good.
        Sequence validation = noise(60, 2);
        Hearing hearing = new Hearing(Integer.MAX_VALUE);
        NetworkWeights weights =
                train(Cell.LSTM, epochs(120, 0.03), List.of(noise(80, 1)), List.of(validation), hearing);
        TrainingProgress last = hearing.last();
        assertThat(last.validationLoss()).isGreaterThan(last.bestValidationLoss() + 0.5);
        assertThat(weights).isSameAs(hearing.improvements.get(hearing.improvements.size() - 1));
        double lowest = hearing.progress.stream()
                .mapToDouble(TrainingProgress::validationLoss)
                .filter(Double::isFinite)
                .min()
                .orElseThrow();
        assertThat(last.bestValidationLoss()).isEqualTo(lowest);
    }

    @Test
    void theValidationLossIsThatOfThePlainNetwork() {
        // Shorter than a lane's share, so that it is read in one go.
        Sequence validation = periodic(15);
        Hearing hearing = new Hearing(Integer.MAX_VALUE);
        NetworkWeights weights = train(Cell.GRU, epochs(3, 0.01), List.of(periodic(100)), List.of(validation), hearing);
        assertThat(hearing.last().bestValidationLoss()).isCloseTo(loss(weights, validation), within(1e-5));
    }

    @Test
    void withoutValidationTheLastWeightsAreReturned() {
        Hearing hearing = new Hearing(Integer.MAX_VALUE);
        NetworkWeights weights = train(Cell.GRU, epochs(5, 0.01), List.of(periodic(100)), List.of(), hearing);
        assertThat(hearing.improvements).hasSize(1).first().isSameAs(weights);
        assertThat(hearing.last().bestValidationLoss()).isNaN();
    }

    @Test
    void asManyEpochsAreTrainedAsAskedFor() {
        List<Sequence> pieces = List.of(periodic(60), periodic(60), periodic(60), periodic(60));
        Hearing hearing = new Hearing(Integer.MAX_VALUE);
        train(Cell.RNN, epochs(3, 0.01), pieces, List.of(), hearing);
        // Four lanes of three windows.
        assertThat(hearing.last().epochs()).isEqualTo(3);
        assertThat(hearing.last().steps()).isEqualTo(9);
    }

    @Test
    void aTrainingCancelledFromTheStartGivesTheWeightsItBeganWith() {
        Hearing hearing = new Hearing(0);
        NetworkWeights weights =
                train(Cell.GRU, epochs(9, 0.01), List.of(periodic(60)), List.of(periodic(20)), hearing);
        assertThat(hearing.last().steps()).isZero();
        assertThat(loss(weights, periodic(20))).isCloseTo(Math.log(TOKENS), within(0.5));
    }

    @Test
    void aTrainingStopsBeforeTheNextStepOnceItIsCancelled() {
        Hearing hearing = new Hearing(6);
        NetworkWeights weights =
                train(Cell.GRU, epochs(1000, 0.01), List.of(periodic(400)), List.of(periodic(20)), hearing);
        assertThat(hearing.last().steps()).isBetween(1L, 6L);
        assertThat(weights).isNotNull();
    }

    @Test
    void timeCanBoundATrainingAlone() {
        Hyperparameters brief = new Hyperparameters(
                4, 20, 0.01, 0, 0, 1, OptionalInt.empty(), Optional.of(Duration.ofMillis(300)), 1, 2);
        Hearing hearing = new Hearing(Integer.MAX_VALUE);
        assertThat(train(Cell.GRU, brief, List.of(periodic(100)), List.of(periodic(20)), hearing))
                .isNotNull();
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        List<Sequence> pieces = List.of(periodic(70), noise(91, 3), periodic(77));
        NetworkWeights one = train(Cell.LSTM, epochs(3, 0.01), pieces, List.of(), new Hearing(Integer.MAX_VALUE));
        NetworkWeights two = train(Cell.LSTM, epochs(3, 0.01), pieces, List.of(), new Hearing(Integer.MAX_VALUE));
        assertThat(two.toTensors()).isEqualTo(one.toTensors());
    }

    @Test
    void nothingToTrainOnIsTheUsersFault() {
        assertThatThrownBy(() -> train(
                        Cell.RNN, epochs(2, 0.01), List.of(), List.of(periodic(20)), new Hearing(Integer.MAX_VALUE)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("nothing to train on");
    }

    @Test
    void aSeedAndSoManyEpochsMeanTheseWeightsWhateverTimeTheyTake() {
        Hyperparameters hyperparameters =
                new Hyperparameters(4, 20, 0.02, 0.2, 0, 1, OptionalInt.of(6), Optional.empty(), 3, 2);
        List<Sequence> pieces = List.of(noise(400, 1), noise(300, 2), periodic(200));
        NetworkWeights first =
                train(Cell.GRU, hyperparameters, pieces, List.of(noise(90, 3)), new Hearing(Integer.MAX_VALUE));
        NetworkWeights second = train(Cell.GRU, hyperparameters, pieces, List.of(noise(90, 3)), new SlowHearing());
        assertThat(second.output()).isDeepEqualTo(first.output());
        assertThat(second.forward().get(0).recurrent())
                .isDeepEqualTo(first.forward().get(0).recurrent());
    }

    /** Takes a while over everything it hears. */
    private static final class SlowHearing implements ProgressListener {
        @Override
        public void progressed(TrainingProgress now) {
            pause();
        }

        @Override
        public void improved(TrainingProgress now, NetworkWeights weights) {
            pause();
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        private static void pause() {
            LockSupport.parkNanos(30_000_000);
        }
    }
}
