package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generating starts at once because it loads no class of what training needs. */
class GeneratingNeverLoadsTheTrainerIT {
    private static final int FEWEST_CLASSES = 300;

    private CadenzaProcess cadenza;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
        TinyModels.writeText(cadenza.file("verse.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compose --model quartet --bars 2 --seed 5",
                "write --model verse --length 40 --seed 5",
                "evaluate verse verse.txt"
            })
    void generating_loads_no_class_of_the_trainer(String command) throws Exception {
        assertThat(classesOf(command))
                .hasSizeGreaterThan(FEWEST_CLASSES)
                .anyMatch(line -> line.contains(" cadenza.recurrent."))
                .noneMatch(GeneratingNeverLoadsTheTrainerIT::isOfTheTrainer);
    }

    @Test
    void training_would_show() throws Exception {
        assertThat(classesOf("train verse.txt --generator text-lstm --name mine" + TinyModels.QUICKLY))
                .anyMatch(GeneratingNeverLoadsTheTrainerIT::isOfTheTrainer);
    }

    private static boolean isOfTheTrainer(String line) {
        return line.contains("org.nd4j") || line.contains("org.deeplearning4j") || line.contains("org.bytedeco");
    }

    /** The lines of the log of classes. Not by the launcher, which turns the log of the virtual machine off. */
    private List<String> classesOf(String command) throws Exception {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=classes.log",
                "-Dcadenza.distribution=" + CadenzaProcess.builtDistribution(),
                "-cp",
                applicationJar().toString(),
                "cadenza.cli.Main"));
        java.addAll(List.of(command.split(" ")));
        cadenza.runCommand(java).done();
        return Files.readAllLines(cadenza.file("classes.log"));
    }

    private static Path applicationJar() throws Exception {
        try (Stream<Path> jars = Files.list(CadenzaProcess.builtDistribution().resolve("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("cadenza-app-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
