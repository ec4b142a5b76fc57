package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Settings;
import cadenza.host.storage.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs wherever Cadenza does; how fast it finds it is no matter of a test. */
class BenchIT {
    private static final String QUICKLY = " --networks lstm:1x16 --seconds 0.05 --rounds 2 --json";

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        cadenza = CadenzaProcess.in(folder);
    }

    private Settings run(String arguments) throws Exception {
        return Json.read(cadenza.run(arguments).done().text());
    }

    private static List<Settings> list(Settings settings, String name) {
        return ((List<?>) settings.value(name))
                .stream().map(Settings.class::cast).toList();
    }

    private static List<String> names(Settings comparison) {
        return list(comparison, "rates").stream().map(rate -> rate.text("name")).toList();
    }

    @Test
    void sampling_is_measured_alone_and_together_beside_deeplearning4j_and_the_bound() throws Exception {
        Settings figures = run("bench sampling" + QUICKLY);

        assertThat(figures.names())
                .containsExactly("cadenza", "machine", "pytorch", "windowSeconds", "rounds", "sampling");
        assertThat(figures.settings("machine").names()).containsExactly("processor", "cores", "system", "java");
        List<Settings> rows = list(figures, "sampling");
        assertThat(rows).map(row -> row.text("network")).containsExactly("lstm 1x16", "lstm 1x16");
        assertThat(rows).map(row -> row.number("lanes")).containsExactly(1L, 16L);
        // PyTorch is beside them where it is installed.
        assertThat(names(rows.get(0)))
                .startsWith("cadenza")
                .contains("deeplearning4j")
                .endsWith("reading alone");
        assertThat(names(rows.get(1))).startsWith("cadenza");
        assertThat(rows).allSatisfy(row -> assertThat(list(row, "rates"))
                .allSatisfy(rate -> assertThat(rate.names()).containsExactly("name", "tokensPerSecond", "ratio")));
    }

    @Test
    void training_is_measured_beside_deeplearning4j() throws Exception {
        Settings row = list(run("bench training" + QUICKLY), "training").get(0);

        assertThat(names(row)).startsWith("cadenza").endsWith("deeplearning4j");
        assertThat(row.number("lanes")).isEqualTo(64);
    }
}
