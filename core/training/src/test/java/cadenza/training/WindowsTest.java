package cadenza.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.recurrent.SlotState;
import cadenza.training.engine.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WindowsTest {
    /** Sequences of these lengths in which no token is there twice. */
    private static List<Sequence> sequences(int... lengths) {
        List<Sequence> sequences = new ArrayList<>();
        int first = 0;
        for (int length : lengths) {
            sequences.add(
                    Sequence.ofLastToken(IntStream.range(first, first + length).toArray()));
            first += length;
        }
        return sequences;
    }

    private static Windows windows(List<Sequence> sequences, int lanes, int steps) {
        return new Windows(sequences, lanes, steps, 1, new Random(1));
    }

    private static int[] manyLengths() {
        return new Random(5).ints(60, 1, 90).toArray();
    }

    static Stream<Arguments> corpora() {
        return Stream.of(
                Arguments.of(new int[] {1}, 1, 1),
                Arguments.of(new int[] {1}, 4, 8),
                Arguments.of(new int[] {1000}, 1, 7),
                Arguments.of(new int[] {1000}, 4, 8),
                Arguments.of(new int[] {1000, 3, 1}, 4, 8),
                Arguments.of(new int[] {0, 5, 0}, 2, 8),
                Arguments.of(new int[] {8, 16, 24}, 2, 8),
                Arguments.of(new int[] {7, 9, 15, 17}, 3, 8),
                Arguments.of(manyLengths(), 1, 16),
                Arguments.of(manyLengths(), 5, 16),
                Arguments.of(manyLengths(), 16, 64));
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void everyTokenIsPredictedOnce(int[] lengths, int lanes, int steps) {
        List<Integer> targets = new ArrayList<>();
        for (Window window : windows(sequences(lengths), lanes, steps)) {
            assertThat(window.lanes()).isEqualTo(lanes);
            assertThat(window.steps()).isEqualTo(steps);
            int before = targets.size();
            Arrays.stream(window.targets()).filter(target -> target >= 0).forEach(targets::add);
            assertThat(window.tokens()).isEqualTo(targets.size() - before);
        }
        assertThat(targets.stream().sorted().toList())
                .isEqualTo(
                        IntStream.range(0, IntStream.of(lengths).sum()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void aSequenceBeginsWithTheZeroVectorInAFreshLaneAndEachInputIsTheTokenBefore(int[] lengths, int lanes, int steps) {
        int[] last = new int[lanes];
        Arrays.fill(last, -1);
        for (Window window : windows(sequences(lengths), lanes, steps)) {
            for (int lane = 0; lane < lanes; lane++) {
                boolean over = false;
                for (int step = 0; step < steps; step++) {
                    int target = window.targets()[step * lanes + lane];
                    int unit = window.units()[0][step * lanes + lane];
                    if (target < 0) {
                        assertThat(unit).isNegative();
                        over = true;
                    } else if (step == 0 && window.fresh()[lane]) {
                        assertThat(unit).isNegative();
                    } else {
                        assertThat(over)
                                .as("a token after the end of a sequence")
                                .isFalse();
                        assertThat(unit).isEqualTo(last[lane]).isEqualTo(target - 1);
                    }
                    last[lane] = target;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void lanesEndNearlyTogether(int[] lengths, int lanes, int steps) {
        Windows windows = windows(sequences(lengths), lanes, steps);
        // What is left of each sequence's last window is empty, and the longest sequence may come last.
        long filled = IntStream.of(lengths)
                .mapToLong(length -> (length + steps - 1) / steps)
                .sum();
        long longest = IntStream.of(lengths)
                .mapToLong(length -> (length + steps - 1) / steps)
                .max()
                .orElse(0);
        long fair = (filled + lanes - 1) / lanes;
        assertThat((long) windows.count()).isBetween(Math.min(1, filled), fair + Math.min(longest, fair) + 2);
        assertThat(windows).hasSize(windows.count());
    }

    @Test
    void aLongTextIsSharedOutEvenly() {
        Windows windows = windows(sequences(64_000), 32, 50);
        assertThat(windows.count()).isBetween(40, 42);
        int[] tokens = new int[32];
        for (Window window : windows) {
            for (int i = 0; i < window.targets().length; i++) {
                tokens[i % 32] += window.targets()[i] >= 0 ? 1 : 0;
            }
        }
        assertThat(tokens).doesNotContain(0);
        assertThat(IntStream.of(tokens).max().orElseThrow()).isLessThanOrEqualTo(2100);
    }

    @Test
    void equalPiecesFillAllLanes() {
        int[] lengths = new int[64];
        Arrays.fill(lengths, 100);
        assertThat(windows(sequences(lengths), 16, 25).count()).isEqualTo(16);
    }

    @Test
    void ofNothingThereAreNoWindows() {
        Windows none = windows(List.of(), 4, 8);
        assertThat(none.count()).isZero();
        assertThat(none.iterator().hasNext()).isFalse();
    }

    @Test
    void windowsCanBeReadAgain() {
        Windows windows = windows(sequences(30, 40), 2, 8);
        List<int[]> first = new ArrayList<>();
        windows.forEach(window -> first.add(window.targets()));
        List<int[]> second = new ArrayList<>();
        windows.forEach(window -> second.add(window.targets()));
        assertThat(second.toArray(int[][]::new)).isDeepEqualTo(first.toArray(int[][]::new));
        Iterator<Window> iterator = windows.iterator();
        first.forEach(ignored -> iterator.next());
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void everySlotIsKept() {
        Sequence twoSlots = new Sequence() {
            @Override
            public int length() {
                return 5;
            }

            @Override
            public int target(int step) {
                return step;
            }

            @Override
            public int unit(int step, int slot) {
                return 10 * (slot + 1) + step;
            }
        };
        Window window = new Windows(List.of(twoSlots), 1, 8, 2, new Random(1))
                .iterator()
                .next();
        assertThat(window.units()[0]).containsExactly(10, 11, 12, 13, 14, -1, -1, -1);
        assertThat(window.units()[1]).containsExactly(20, 21, 22, 23, 24, -1, -1, -1);
        assertThat(window.targets()).containsExactly(0, 1, 2, 3, 4, -1, -1, -1);
        assertThat(window.fresh()).containsExactly(true);
    }

    @Test
    void someLanesCanBeTakenAlone() {
        Window window = windows(sequences(6, 6, 6), 3, 2).iterator().next();
        Window two = window.lanes(1, 3);
        assertThat(two.lanes()).isEqualTo(2);
        for (int step = 0; step < 2; step++) {
            for (int lane = 0; lane < 2; lane++) {
                assertThat(two.targets()[step * 2 + lane]).isEqualTo(window.targets()[step * 3 + lane + 1]);
                assertThat(two.units()[0][step * 2 + lane]).isEqualTo(window.units()[0][step * 3 + lane + 1]);
            }
        }
        assertThat(two.fresh()).containsExactly(true, true);
    }

    @Test
    void aPartOfASequenceHasTheInputsItHadInTheWholeButForTheFirst() {
        Sequence part = sequences(10).get(0).part(4, 7);
        assertThat(part.length()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(part::target)).containsExactly(4, 5, 6);
        assertThat(IntStream.range(0, 3).map(step -> part.unit(step, 0))).containsExactly(SlotState.NONE, 4, 5);
    }

    @Test
    void aStepMayHaveSeveralTargets() {
        Sequence twoVoices = new Sequence() {
            @Override
            public int length() {
                return 3;
            }

            @Override
            public int targets() {
                return 2;
            }

            @Override
            public int target(int step) {
                return target(step, 0);
            }

            @Override
            public int target(int step, int which) {
                return which == 1 && step == 1 ? -1 : 10 * which + step;
            }

            @Override
            public int unit(int step, int slot) {
                return step;
            }
        };
        Window window = new Windows(List.of(twoVoices, twoVoices), 2, 4, 1, new Random(1))
                .iterator()
                .next();
        assertThat(window.targets()).containsExactly(0, 10, 0, 10, 1, -1, 1, -1, 2, 12, 2, 12, -1, -1, -1, -1);
        assertThat(window.tokens()).isEqualTo(10);
        assertThat(window.lanes(1, 2).targets()).containsExactly(0, 10, 1, -1, 2, 12, -1, -1);
    }
}
