package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes under another version of Java, whose home {@code CADENZA_OTHER_JAVA_HOME} names. */
class OtherJavaIT {
    private CadenzaProcess here;
    private CadenzaProcess there;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        String other = System.getenv("CADENZA_OTHER_JAVA_HOME");
        assumeThat(other).as("CADENZA_OTHER_JAVA_HOME").isNotBlank();
        here = CadenzaProcess.in(Files.createDirectory(folder.resolve("here")));
        there = CadenzaProcess.in(Files.createDirectory(folder.resolve("there")))
                .with("JAVA_HOME", other);
    }

    @Test
    void a_clip_is_the_same_and_replayed_the_same() throws Exception {
        here.run("compose --seed 7").done();
        Result composed = there.run("compose --seed 7").done();
        there.run("replay clip-7.mid --out again.mid").done();

        assertThat(composed.stderr()).isEmpty();
        assertThat(there.file("clip-7.mid")).hasSameBinaryContentAs(here.file("clip-7.mid"));
        assertThat(there.file("again.mid")).hasSameBinaryContentAs(here.file("clip-7.mid"));
    }

    @Test
    void a_text_is_the_same() throws Exception {
        Result written = there.run("write --seed 7 --temperature 0.7").done();

        assertThat(written.stdout())
                .isEqualTo(here.run("write --seed 7 --temperature 0.7").done().stdout());
        assertOwnLines(written);
    }

    /** What it says and nothing of Java's. */
    private static void assertOwnLines(Result written) {
        assertThat(written.stderr().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("cadenza: "))
                .first()
                .isEqualTo("cadenza: model shakespeare, seed 7");
    }

    @Test
    void one_home_serves_both() throws Exception {
        String own = System.getProperty("java.home");
        String other = System.getenv("CADENZA_OTHER_JAVA_HOME");

        for (String java : List.of(own, other, own, other)) {
            Result written = here.with("JAVA_HOME", java).run("write --seed 7").done();
            assertThat(written.text().codePoints()).hasSize(400);
            assertOwnLines(written);
        }
    }

    @Test
    void a_model_is_trained_without_a_warning() throws Exception {
        TinyModels.writeText(there.file("verse.txt"));

        Result trained = there.run("train verse.txt --generator text-lstm --name mine" + TinyModels.QUICKLY)
                .done();

        assertThat(trained.stdout()).isEmpty();
        assertThat(trained.stderr().lines()).allMatch(line -> line.startsWith("cadenza: "));
    }
}
