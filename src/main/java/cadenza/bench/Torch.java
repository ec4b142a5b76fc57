package cadenza.bench;

import cadenza.api.benchmark.Contestant;
import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PyTorch, by the scripts that come with Cadenza; each workload is a process. */
final class Torch implements Contestant {
    private static final List<String> CELLS = List.of("lstm", "gru");

    private final Python python;
    private final Path scripts;

    /** @param scripts the folder they are in */
    Torch(Python python, Path scripts) {
        this.python = python;
        this.scripts = scripts;
    }

    @Override
    public String name() {
        return Bench.PYTORCH;
    }

    @Override
    public Optional<Workload> sampling(NetworkSize size, int lanes, int threads) {
        return workload("torch_sampling.py", size, String.valueOf(lanes), threads);
    }

    @Override
    public Optional<Workload> training(NetworkSize size, int lanes, int steps, int threads) {
        return workload("torch_training.py", size, lanes + "x" + steps, threads);
    }

    private Optional<Workload> workload(String script, NetworkSize size, String lanes, int threads) {
        if (!CELLS.contains(size.cell())) {
            return Optional.empty();
        }
        return Optional.of(TorchProcess.start(List.of(
                python.program(),
                "-B", // the folder of the scripts may be anybody's
                scripts.resolve(script).toString(),
                size.cell(),
                size.layers() + "x" + size.hidden(),
                lanes,
                String.valueOf(size.symbols()),
                String.valueOf(threads))));
    }
}
