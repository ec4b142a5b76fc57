package cadenza.host.novelty;

import java.util.Map;
import java.util.TreeMap;

/** How many characters of a text lie in any of several runs, which may overlap and come in any order. */
final class Coverage {
    /** Of more runs that lie apart the first ones are added up: a run that begins before their ends comes no more. */
    private static final int MOST_KEPT = 1000;

    private final TreeMap<Long, Long> ends = new TreeMap<>(); // by where a run begins; they lie apart
    private long settled;

    /** Characters {@code [begin, end)} lie in a run. */
    void add(long begin, long end) {
        long from = begin;
        long to = end;
        Map.Entry<Long, Long> before = ends.floorEntry(to);
        while (before != null && before.getValue() >= from) {
            from = Math.min(from, before.getKey());
            to = Math.max(to, before.getValue());
            ends.remove(before.getKey());
            before = ends.floorEntry(to);
        }
        ends.put(from, to);
        if (ends.size() > MOST_KEPT) {
            Map.Entry<Long, Long> first = ends.pollFirstEntry();
            settled += first.getValue() - first.getKey();
        }
    }

    long characters() {
        long characters = settled;
        for (Map.Entry<Long, Long> run : ends.entrySet()) {
            characters += run.getValue() - run.getKey();
        }
        return characters;
    }
}
