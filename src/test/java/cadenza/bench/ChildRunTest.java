package cadenza.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs a shell script")
class ChildRunTest {
    @TempDir
    private Path folder;

    private ChildRun run(String... lines) throws Exception {
        return ChildRun.of(List.of(Script.in(folder, lines)), Map.of("GIVEN", "yes"), List.of("PATH"));
    }

    @Test
    void aRunTakesTime() throws Exception {
        assertThat(run("exit 0").seconds()).isPositive();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void linuxTellsTheMemoryOfARun() throws Exception {
        ChildRun longEnoughToBeLookedAt = run("sleep 0.5");

        assertThat(longEnoughToBeLookedAt.peakBytes().orElseThrow()).isGreaterThan(100_000);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theMemoryOfAProcessThatItWaitsForCountsToo() throws Exception {
        String large = Script.in(
                Files.createDirectory(folder.resolve("inner")),
                "x=$(head -c 20000000 /dev/zero | tr '\\0' a)",
                "sleep 0.5");

        assertThat(run("'" + large + "'", "exit 0").peakBytes().orElseThrow()).isGreaterThan(20_000_000);
    }

    @Test
    void theEnvironmentIsAsAskedFor() throws Exception {
        assertThat(run("[ \"$GIVEN\" = yes ]").seconds()).isPositive();
    }

    @Test
    void aCommandThatFailsSaysWhy() {
        assertThatThrownBy(() -> run("echo cadenza: no such model >&2", "exit 2"))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("script' failed: cadenza: no such model");
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ChildRun.of(List.of("no-such-command", "x"), Map.of(), List.of()))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("'no-such-command x' cannot be run: ");
    }
}
