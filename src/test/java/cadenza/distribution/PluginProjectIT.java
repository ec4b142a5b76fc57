package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From {@code cadenza plugin new} to a jar that keeps the contract, by the lines of the guide, without a network. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the guide's lines in a shell")
class PluginProjectIT {
    private static final Pattern FIRST_COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    private CadenzaProcess cadenza;
    private MavenForPlugins maven;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        maven = new MavenForPlugins(folder);
    }

    /** The lines of the guide under "Five minutes". */
    private static String linesOfTheGuide() throws IOException {
        Matcher block = FIRST_COMMANDS.matcher(Files.readString(Path.of("docs", "writing-a-plugin.md")));
        assertThat(block.find()).isTrue();
        assertThat(block.group(1))
                .contains("plugin new my-gen --medium text", "mvn package", "run", "verify", "install", "remove");
        return block.group(1);
    }

    private static String forMusic(String lines) {
        return lines.replace("--medium text", "--medium music").replace(" write ", " compose --seed 7 ");
    }

    @Test
    void the_lines_of_the_guide_make_a_plugin_that_writes_and_keeps_the_contract() throws Exception {
        Result result = maven.run(cadenza, linesOfTheGuide()).done();

        assertThat(result.text()).contains("my-gen-0.1.0.jar: ", " 0 broken");
        assertThat(result.stderr()).contains("cadenza: kept first", "cadenza: model first, seed ");
        assertThat(reports()).contains("contract()[10][5]", "errors=\"0\"", "failures=\"0\"");
    }

    @Test
    void the_same_lines_make_a_plugin_that_composes() throws Exception {
        Result result = maven.run(cadenza, forMusic(linesOfTheGuide())).done();

        assertThat(result.text()).contains("my-gen-0.1.0.jar: ", " 0 broken");
        assertThat(Midi.score(cadenza.file("my-gen/clip-7.mid")).noteCount()).isPositive();
        assertThat(reports()).contains("contract()[10][5]", "errors=\"0\"", "failures=\"0\"");
    }

    @Test
    void another_java_builds_it_and_asks_the_contract_too() throws Exception {
        String other = System.getenv("CADENZA_OTHER_JAVA_HOME");
        assumeThat(other).as("CADENZA_OTHER_JAVA_HOME").isNotBlank();
        cadenza.with("JAVA_HOME", other);

        Result result = maven.run(cadenza, forMusic(linesOfTheGuide())).done();

        assertThat(result.text()).contains(" 0 broken");
        assertThat(reports()).contains("contract()[10][5]", "errors=\"0\"", "failures=\"0\"");
    }

    private String reports() throws IOException {
        try (var files = Files.list(cadenza.file("my-gen/target/surefire-reports"))) {
            Path report = files.filter(file -> file.toString().endsWith(".xml"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(report);
        }
    }
}
