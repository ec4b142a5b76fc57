package cadenza.host.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process that is asked to end, as by Ctrl-C, while it plays. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot ask another to end there, only end it")
class EndedProcessTest {
    @Test
    void a_process_that_is_asked_to_end_silences_all_channels() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlayForever.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            awaitNote(lines);
            process.toHandle().destroy(); // SIGTERM; Process.destroy would close the stream too

            List<String> last = lines.lines().toList();
            assertThat(last.subList(last.size() - 48, last.size()))
                    .containsExactlyElementsOf(IntStream.range(0, 48)
                            .mapToObj(i ->
                                    "176 " + i / 3 + " " + List.of(64, 123, 120).get(i % 3) + " 0")
                            .toList());
        }
        assertThat(process.waitFor()).isEqualTo(143);
    }

    private static void awaitNote(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("144 ")) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
    }
}
