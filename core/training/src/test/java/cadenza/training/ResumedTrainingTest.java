package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.TrainingProgress;
import cadenza.api.UserException;
import cadenza.recurrent.Cell;
import cadenza.recurrent.NetworkShape;
import cadenza.recurrent.NetworkWeights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A training that goes on ends with the bits of one that never stopped. */
class ResumedTrainingTest {
    private static final int TOKENS = 6;

    /** 3 lanes of 4 to 5 windows. */
    private static final List<Sequence> TRAINING = List.of(noise(70, 1), noise(55, 2), noise(31, 3), noise(49, 4));

    private static final List<Sequence> VALIDATION = List.of(noise(40, 5), noise(30, 6));

    /** Stops when it was asked so often, which is once a step and once an epoch; keeps all states. */
    private static final class Interrupting implements ProgressListener {
        private final List<TrainingState> states = new ArrayList<>();
        private final List<TrainingProgress> progress = new ArrayList<>();
        private long patience;

        Interrupting(long patience) {
            this.patience = patience;
        }

        @Override
        public void progressed(TrainingProgress now) {
            progress.add(now);
        }

        @Override
        public void improved(TrainingProgress now, NetworkWeights weights) {}

        @Override
        public void reached(Supplier<TrainingState> state) {
            states.add(state.get());
        }

        @Override
        public boolean cancelled() {
            return patience-- <= 0;
        }

        TrainingState last() {
            return states.get(states.size() - 1);
        }
    }

    private static Sequence noise(int length, long seed) {
        return Sequence.ofLastToken(new Random(seed).ints(length, 0, TOKENS).toArray());
    }

    private static NetworkShape shape(Cell cell) {
        return new NetworkShape(TOKENS, cell, false, 2, 12, TOKENS);
    }

    private static Hyperparameters hyperparameters(int epochs, int threads) {
        return new Hyperparameters(3, 14, 0.02, 0.3, 0, 1, OptionalInt.of(epochs), Optional.empty(), 7, threads);
    }

    private static Trainer trainer(Cell cell, Hyperparameters hyperparameters, TrainerStart start, ProgressListener l) {
        return new Trainer(
                shape(cell), hyperparameters, InputSlots.ONE, TrainingSet.of(TRAINING), VALIDATION, start, l);
    }

    private static NetworkWeights runThrough(Cell cell, int epochs) {
        return trainer(cell, hyperparameters(epochs, 2), TrainerStart.FRESH, new Interrupting(Long.MAX_VALUE))
                .train();
    }

    private static void assertSameBits(NetworkWeights actual, NetworkWeights expected) {
        assertThat(actual.toTensors()).isEqualTo(expected.toTensors());
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void wheneverATrainingIsInterruptedItEndsWithTheSameWeights(Cell cell) {
        NetworkWeights expected = runThrough(cell, 5);
        for (int patience : new int[] {2, 4, 9, 10, 11, 19, 34}) {
            Interrupting first = new Interrupting(patience);
            trainer(cell, hyperparameters(5, 2), TrainerStart.FRESH, first).train();
            assertThat(first.last().counters().steps()).isPositive();
            TrainerStart there = new TrainerStart.FromState(first.last());
            NetworkWeights resumed = trainer(cell, hyperparameters(5, 2), there, new Interrupting(Long.MAX_VALUE))
                    .train();
            assertSameBits(resumed, expected);
        }
    }

    @Test
    void aTrainingMayBeInterruptedAgainAndAgain() {
        Interrupting listener = new Interrupting(5);
        trainer(Cell.LSTM, hyperparameters(5, 2), TrainerStart.FRESH, listener).train();
        NetworkWeights weights = null;
        for (int i = 0; i < 30; i++) {
            TrainerStart there = new TrainerStart.FromState(listener.last());
            listener = new Interrupting(3);
            weights = trainer(Cell.LSTM, hyperparameters(5, 2), there, listener).train();
        }
        assertSameBits(weights, runThrough(Cell.LSTM, 5));
    }

    @Test
    void whatWasReachedAtAValidationServesAsWell() {
        Interrupting through = new Interrupting(Long.MAX_VALUE);
        NetworkWeights expected = trainer(Cell.GRU, hyperparameters(5, 2), TrainerStart.FRESH, through)
                .train();
        assertThat(through.states).hasSizeGreaterThan(4);
        for (TrainingState state : through.states) {
            NetworkWeights resumed = trainer(
                            Cell.GRU,
                            hyperparameters(5, 2),
                            new TrainerStart.FromState(state),
                            new Interrupting(Long.MAX_VALUE))
                    .train();
            assertSameBits(resumed, expected);
        }
    }

    /** The lanes are split as they were, whatever the machine has now. */
    @ParameterizedTest
    @CsvSource({"1,2", "2,1", "2,8"})
    void theNumberOfThreadsIsThatOfTheBeginning(int before, int now) {
        NetworkWeights expected = trainer(
                        Cell.LSTM, hyperparameters(4, before), TrainerStart.FRESH, new Interrupting(Long.MAX_VALUE))
                .train();
        Interrupting first = new Interrupting(12);
        trainer(Cell.LSTM, hyperparameters(4, before), TrainerStart.FRESH, first)
                .train();
        NetworkWeights resumed = trainer(
                        Cell.LSTM,
                        hyperparameters(4, now),
                        new TrainerStart.FromState(first.last()),
                        new Interrupting(Long.MAX_VALUE))
                .train();
        assertSameBits(resumed, expected);
    }

    @Test
    void anEndedTrainingGoesOnUnderWiderBounds() {
        Interrupting ended = new Interrupting(Long.MAX_VALUE);
        trainer(Cell.GRU, hyperparameters(2, 2), TrainerStart.FRESH, ended).train();
        Interrupting on = new Interrupting(Long.MAX_VALUE);
        trainer(Cell.GRU, hyperparameters(6, 2), new TrainerStart.FromState(ended.last()), on)
                .train();
        TrainingProgress last = on.progress.get(on.progress.size() - 1);
        assertThat(last.epochs()).isEqualTo(6);
        assertThat(last.steps()).isEqualTo(3 * ended.last().counters().steps());
        assertThat(on.states).hasSizeGreaterThan(1);
    }

    @Test
    void theTimeGoesOnToo() {
        Interrupting ended = new Interrupting(9);
        trainer(Cell.GRU, hyperparameters(2, 2), TrainerStart.FRESH, ended).train();
        long before = ended.last().counters().elapsedNanos();
        Interrupting on = new Interrupting(2);
        trainer(Cell.GRU, hyperparameters(2, 2), new TrainerStart.FromState(ended.last()), on)
                .train();
        assertThat(before).isPositive();
        assertThat(on.progress.get(on.progress.size() - 1).elapsed()).isGreaterThan(Duration.ofNanos(before));
    }

    @Test
    void patienceIsKeptAcrossAnInterruptionAndNewOnceItRanOut() {
        Hyperparameters patient = new Hyperparameters(
                3, 14, 0.05, 0.3, 0, 1, OptionalInt.of(60), Optional.empty(), OptionalInt.of(3), 7, 2);
        Interrupting through = new Interrupting(Long.MAX_VALUE);
        NetworkWeights expected =
                trainer(Cell.LSTM, patient, TrainerStart.FRESH, through).train();
        TrainingCounters end = through.last().counters();
        assertThat(end.epochs()).isLessThan(60);
        assertThat(end.validationsWithoutImprovement()).isEqualTo(3);
        Interrupting first = new Interrupting(end.steps());
        trainer(Cell.LSTM, patient, TrainerStart.FRESH, first).train();
        Interrupting second = new Interrupting(Long.MAX_VALUE);
        assertSameBits(
                trainer(Cell.LSTM, patient, new TrainerStart.FromState(first.last()), second)
                        .train(),
                expected);
        assertThat(second.last().counters().steps()).isEqualTo(end.steps());

        Interrupting on = new Interrupting(Long.MAX_VALUE);
        trainer(Cell.LSTM, patient, new TrainerStart.FromState(through.last()), on)
                .train();
        assertThat(on.last().counters().steps()).isGreaterThan(end.steps());
    }

    @Test
    void aStateOfOtherLanesIsRefused() {
        Interrupting first = new Interrupting(9);
        trainer(Cell.GRU, hyperparameters(2, 1), TrainerStart.FRESH, first).train();
        Hyperparameters wider = new Hyperparameters(4, 14, 0.02, 0.3, 0, 1, OptionalInt.of(2), Optional.empty(), 7, 1);
        Trainer other =
                trainer(Cell.GRU, wider, new TrainerStart.FromState(first.last()), new Interrupting(Long.MAX_VALUE));
        assertThatThrownBy(other::train)
                .isInstanceOf(UserException.class)
                .hasMessage("the checkpoint is of other lanes: 72 values are no states of 96");
    }

    @Test
    void theCountersAreReadAsTheyWereKept() {
        TrainingCounters counters =
                new TrainingCounters(1, 2, 1.25, 3, 4, 5, 6, 7, 0.1, Double.NaN, 1.5, 1.0 / 3, 8, 2);
        assertThat(TrainingCounters.of(counters.toSettings())).isEqualTo(counters);
    }
}
