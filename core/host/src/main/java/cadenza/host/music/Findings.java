package cadenza.host.music;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is found while a file is read. For one thread. */
final class Findings {
    private final Map<Finding, Integer> counts = new EnumMap<>(Finding.class);

    void add(Finding what) {
        add(what, 1);
    }

    /** @param count 0 or more */
    void add(Finding what, int count) {
        if (count > 0) {
            counts.merge(what, count, Integer::sum);
        }
    }

    /** In the order of {@link Finding}. @param mended whether faults, or what was left out */
    List<Counted> counted(boolean mended) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().mended() == mended)
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
