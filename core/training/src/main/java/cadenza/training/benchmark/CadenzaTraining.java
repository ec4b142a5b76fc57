package cadenza.training.benchmark;

import cadenza.api.benchmark.Contestant;
import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.Workload;
import cadenza.training.EndlessFitting;
import java.util.Optional;

/** Cadenza, as it trains. */
public final class CadenzaTraining implements Contestant {
    @Override
    public String name() {
        return "cadenza";
    }

    @Override
    public Optional<Workload> training(NetworkSize size, int lanes, int steps, int threads) {
        return Optional.of(new EndlessFitting(size, lanes, steps, threads));
    }
}
