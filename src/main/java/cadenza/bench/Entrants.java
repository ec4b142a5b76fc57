package cadenza.bench;

import cadenza.api.benchmark.Contestant;
import cadenza.api.benchmark.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Those who have a workload of one kind, ready to take turns; closed together. */
final class Entrants implements AutoCloseable {
    private final List<Entrant> all = new ArrayList<>();

    /** @param workload what to ask each for */
    Entrants(List<Contestant> contestants, Function<Contestant, Optional<Workload>> workload) {
        try {
            for (Contestant contestant : contestants) {
                workload.apply(contestant).ifPresent(offered -> add(contestant.name(), offered));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    void add(String name, Workload workload) {
        all.add(new Entrant(name, workload));
    }

    /** In the order in which they were asked. */
    List<Entrant> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        all.forEach(entrant -> entrant.workload().close());
    }
}
