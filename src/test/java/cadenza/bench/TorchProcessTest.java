package cadenza.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs a shell script")
class TorchProcessTest {
    private static final Duration TIME = Duration.ofMillis(1500);

    @TempDir
    private Path folder;

    private TorchProcess peer(String... lines) throws Exception {
        return TorchProcess.start(List.of(Script.in(folder, lines)));
    }

    @Test
    void aPeerIsToldHowLongToWorkAndSaysHowManyTokensItDid() throws Exception {
        try (TorchProcess peer = peer(
                "echo ready",
                "read line; [ \"$line\" = 'run 1.500' ] && echo 300 1.501",
                "read line; [ \"$line\" = 'run 2.000' ] && echo 400 2.002",
                "read line")) {
            assertThat(peer.run(TIME)).isEqualTo(300);
            assertThat(peer.run(Duration.ofSeconds(2))).isEqualTo(400);
        }
    }

    @Test
    void aPeerHasItsThreadsFromItsArgumentsAlone() throws Exception {
        try (TorchProcess peer = peer("echo ready", "read line", "echo ${OMP_NUM_THREADS:-7} 1")) {
            assertThat(peer.run(TIME)).isEqualTo(7);
        }
    }

    @Test
    void aPeerThatIsNotThereIsNamed() {
        assertRefused(() -> TorchProcess.start(List.of("no-such-program", "torch.py")))
                .hasMessageStartingWith("the peer 'no-such-program torch.py' cannot be started: ");
    }

    @Test
    void aPeerThatDoesNotGetReadySaysWhy() {
        assertRefused(() ->
                        peer("echo first >&2", "echo \"ModuleNotFoundError: No module named 'torch'\" >&2", "exit 1"))
                .hasMessageEndingWith("script' ended: ModuleNotFoundError: No module named 'torch'");
    }

    @Test
    void aPeerThatDiesAtWorkSaysWhy() throws Exception {
        try (TorchProcess peer = peer("echo ready", "read line", "echo MemoryError >&2", "exit 1")) {
            assertRefused(() -> peer.run(TIME)).hasMessageEndingWith("script' ended: MemoryError");
        }
    }

    @Test
    void aPeerThatDiesInSilenceIsSaidToHaveSaidNothing() throws Exception {
        try (TorchProcess peer = peer("echo ready", "read line")) {
            assertRefused(() -> peer.run(TIME)).hasMessageEndingWith("ended: it said nothing on stderr");
        }
    }

    @Test
    void aPeerThatTalksNonsenseIsQuoted() throws Exception {
        assertRefused(() -> peer("echo Hello")).hasMessageEndingWith("said 'Hello', not 'ready'");
        try (TorchProcess peer = peer("echo ready", "read a", "echo soon", "read b", "echo 0 1", "read c")) {
            assertRefused(() -> peer.run(TIME)).hasMessageEndingWith("said 'soon', not how many tokens it did");
            assertRefused(() -> peer.run(TIME)).hasMessageEndingWith("said '0 1', not how many tokens it did");
        }
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(UserException.class);
    }
}
