package cadenza.host.writing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds phrases in a stream of symbols, all of them in one pass (Aho and Corasick, Efficient string matching, 1975). A
 * state is the longest end of the stream that some phrase begins with. Immutable and safe for use by several threads.
 */
final class PhraseAutomaton {
    /** The state before the first symbol. */
    static final int START = 0;

    private final List<Node> nodes = new ArrayList<>();

    private static final class Node {
        final Map<Integer, Integer> next = new HashMap<>(); // looked up, never walked through while matching
        final int depth;
        int suffix; // the state of its longest proper end that is one
        int shortest; // length of the shortest phrase that ends here, 0 for none
        int longest;

        Node(int depth) {
            this.depth = depth;
        }
    }

    /** @param phrases of symbols; empty ones are left out */
    PhraseAutomaton(List<int[]> phrases) {
        nodes.add(new Node(0));
        for (int[] phrase : phrases) {
            int state = START;
            for (int symbol : phrase) {
                Integer next = nodes.get(state).next.get(symbol);
                if (next == null) {
                    next = nodes.size();
                    nodes.add(new Node(nodes.get(state).depth + 1));
                    nodes.get(state).next.put(symbol, next);
                }
                state = next;
            }
            nodes.get(state).shortest = phrase.length;
            nodes.get(state).longest = phrase.length;
        }
        link();
    }

    /** From the shortest states to the longest: an end is always shorter. */
    private void link() {
        Deque<Integer> open = new ArrayDeque<>(nodes.get(START).next.values());
        while (!open.isEmpty()) {
            Node node = nodes.get(open.remove());
            node.next.forEach((symbol, child) -> {
                Node below = nodes.get(child);
                below.suffix = after(node.suffix, symbol);
                Node end = nodes.get(below.suffix);
                below.shortest = end.shortest > 0 ? end.shortest : below.shortest;
                below.longest = below.longest > 0 ? below.longest : end.longest;
                open.add(child);
            });
        }
    }

    /** The state after one more symbol. */
    int after(int state, int symbol) {
        int from = state;
        while (true) {
            Node node = nodes.get(from);
            Integer next = node.next.get(symbol);
            if (next != null) {
                return next;
            }
            if (from == START) {
                return START;
            }
            from = node.suffix;
        }
    }

    /** How many of the last symbols may be the beginning of a phrase, or one. */
    int depth(int state) {
        return nodes.get(state).depth;
    }

    /** Length of the shortest phrase that the stream ends with now; 0 if there is none. */
    int shortest(int state) {
        return nodes.get(state).shortest;
    }

    /** Length of the longest phrase that the stream ends with now; 0 if there is none. */
    int longest(int state) {
        return nodes.get(state).longest;
    }
}
