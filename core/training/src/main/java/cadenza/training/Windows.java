package cadenza.training;

import cadenza.recurrent.SlotState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Cuts sequences into windows of a fixed number of lanes and steps. Sequences longer than a fair share of a lane are
 * cut into parts first; then each goes to the lane that is shortest so far. A sequence begins with a window, so that
 * its state can begin at zero; what is left of its last window has no targets.
 */
final class Windows implements Iterable<Window> {
    private final int lanes;
    private final int steps;
    private final int slots;
    private final List<List<Sequence>> byLane = new ArrayList<>();
    private final int count;

    /** @param sequences in the order in which they are dealt out */
    Windows(List<Sequence> sequences, int lanes, int steps, int slots) {
        this.lanes = lanes;
        this.steps = steps;
        this.slots = slots;
        for (int lane = 0; lane < lanes; lane++) {
            byLane.add(new ArrayList<>());
        }
        long total = sequences.stream().mapToLong(Sequence::length).sum();
        int share = (int) Math.min(Integer.MAX_VALUE, roundUp((total + lanes - 1) / lanes));
        long[] windows = new long[lanes];
        PriorityQueue<Integer> shortest = new PriorityQueue<>(
                Comparator.<Integer>comparingLong(lane -> windows[lane]).thenComparingInt(lane -> lane));
        for (int lane = 0; lane < lanes; lane++) {
            shortest.add(lane);
        }
        for (Sequence sequence : sequences) {
            for (int from = 0; from < sequence.length(); from += share) {
                int to = (int) Math.min(sequence.length(), (long) from + share);
                int lane = shortest.remove();
                byLane.get(lane).add(from == 0 && to == sequence.length() ? sequence : sequence.part(from, to));
                windows[lane] += roundUp(to - from) / steps;
                shortest.add(lane);
            }
        }
        count = (int) Arrays.stream(windows).max().orElse(0);
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

    private Window window(int[] sequence, int[] position) {
        int[][] units = new int[slots][steps * lanes];
        int[] targets = new int[steps * lanes];
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
                targets[step * lanes + lane] = now.target(at);
                for (int slot = 0; slot < slots; slot++) {
                    // The first input of every sequence, and of every part of one, is the zero vector.
                    units[slot][step * lanes + lane] = at == 0 ? SlotState.NONE : now.unit(at, slot);
                }
            }
            position[lane] += length;
            if (position[lane] == now.length()) {
                sequence[lane]++;
                position[lane] = 0;
            }
        }
        return new Window(lanes, steps, units, targets, fresh);
    }
}
