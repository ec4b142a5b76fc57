package cadenza.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PythonTest {
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs a shell script")
    void aPythonTellsItsVersionOfPytorch(@TempDir Path folder) throws Exception {
        String program = Script.in(folder, "echo 2.7.1");

        assertThat(Python.of(program)).isEqualTo(new Python(program, "2.7.1"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs a shell script")
    void aPythonWithoutPytorchIsRefused(@TempDir Path folder) throws Exception {
        String program = Script.in(folder, "exit 1");

        assertThatThrownBy(() -> Python.of(program))
                .isInstanceOf(UserException.class)
                .hasMessage("--python '" + program
                        + "' cannot import torch; install PyTorch for it, or leave the option" + " out");
    }

    @Test
    void aPythonThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Python.of("no-such-python"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("--python 'no-such-python' cannot import torch");
    }
}
