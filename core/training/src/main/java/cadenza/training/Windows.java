package cadenza.training;

import cadenza.recurrent.SelectedScores;
import cadenza.recurrent.SlotState;
import cadenza.training.engine.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Cuts sequences into windows of a fixed number of lanes and steps. Sequences longer than a fair share of a lane are
 * cut into parts first; then each, the longest first, goes to the lane that is shortest so far, so that all lanes end
 * nearly together. A sequence begins with a window, so that its state can begin at zero; what is left of its last
 * window has no targets.
 */
final class Windows implements Iterable<Window> {
    private final int lanes;
    private final int steps;
    private final int slots;
    private final List<List<Sequence>> byLane = new ArrayList<>();
    private final int count;

    /** @param random shuffles the sequences of each lane */
    Windows(List<Sequence> sequences, int lanes, int steps, int slots, Random random) {
        this.lanes = lanes;
        this.steps = steps;
        this.slots = slots;
        for (int lane = 0; lane < lanes; lane++) {
            byLane.add(new ArrayList<>());
        }
        long total = sequences.stream().mapToLong(Sequence::length).sum();
        // One window more than fair, so that parts cut fairly elsewhere are not cut again.
        int share = (int) Math.min(Integer.MAX_VALUE, roundUp((total + lanes - 1) / lanes) + steps);
        long[] windows = new long[lanes];
        PriorityQueue<Integer> shortest = new PriorityQueue<>(
                Comparator.<Integer>comparingLong(lane -> windows[lane]).thenComparingInt(lane -> lane));
        for (int lane = 0; lane < lanes; lane++) {
            shortest.add(lane);
        }
        List<Sequence> parts = new ArrayList<>();
        for (Sequence sequence : sequences) {
            cut(sequence, share, parts);
        }
        parts.sort(Comparator.comparingInt(Sequence::length).reversed());
        for (Sequence part : parts) {
            int lane = shortest.remove();
            byLane.get(lane).add(part);
            windows[lane] += roundUp(part.length()) / steps;
            shortest.add(lane);
        }
        byLane.forEach(lane -> Collections.shuffle(lane, random));
        count = (int) Arrays.stream(windows).max().orElse(0);
    }

    private static void cut(Sequence sequence, int share, List<Sequence> parts) {
        int count = (sequence.length() + share - 1) / share;
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) sequence.length() * i / count);
            int to = (int) ((long) sequence.length() * (i + 1) / count);
            parts.add(count == 1 ? sequence : sequence.part(from, to));
        }
    }

    private long roundUp(long length) {
        return Math.max(steps, (length + steps - 1) / steps * steps);
    }

    /** Number of windows. */
    int count() {
        return count;
    }

    @Override
    public Iterator<Window> iterator() {
        return new Iterator<>() {
            private final int[] sequence = new int[lanes];
            private final int[] position = new int[lanes];
            private int done;

            @Override
            public boolean hasNext() {
                return done < count;
            }

            @Override
            public Window next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("there are " + count + " windows");
                }
                done++;
                return window(sequence, position);
            }
        };
    }

    /** The same for all sequences of a generator. */
    private int targetsAPlace() {
        for (List<Sequence> lane : byLane) {
            if (!lane.isEmpty()) {
                return lane.get(0).targets();
            }
        }
        return 1;
    }

    private Window window(int[] sequence, int[] position) {
        int[][] units = new int[slots][steps * lanes];
        SelectedScores[] scores = null;
        int each = targetsAPlace();
        int[] targets = new int[steps * lanes * each];
        boolean[] fresh = new boolean[lanes];
        for (int[] slot : units) {
            Arrays.fill(slot, SlotState.NONE);
        }
        Arrays.fill(targets, -1);
        for (int lane = 0; lane < lanes; lane++) {
            if (sequence[lane] == byLane.get(lane).size()) {
                continue;
            }
            Sequence now = byLane.get(lane).get(sequence[lane]);
            fresh[lane] = position[lane] == 0;
            int length = Math.min(steps, now.length() - position[lane]);
            for (int step = 0; step < length; step++) {
                int at = position[lane] + step;
                int place = step * lanes + lane;
                for (int which = 0; which < each; which++) {
                    targets[place * each + which] = now.target(at, which);
                    SelectedScores selected = now.scores(at, which);
                    if (selected != null) {
                        scores = scores == null ? new SelectedScores[targets.length] : scores;
                        scores[place * each + which] = selected;
                    }
                }
                for (int slot = 0; slot < slots; slot++) {
                    units[slot][place] = now.unit(at, slot);
                }
            }
            position[lane] += length;
            if (position[lane] == now.length()) {
                sequence[lane]++;
                position[lane] = 0;
            }
        }
        return new Window(lanes, steps, units, scores, targets, fresh);
    }
}
