package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of loaded classes that makes the next start faster, and changes nothing else. */
class ClassArchiveIT {
    private static final String WRITE = "write --model verse --seed 5";
    private static final int MOST_TENTHS = 600;

    @TempDir
    Path cache;

    private CadenzaProcess cadenza;
    private Result first;

    @BeforeEach
    void write_once(@TempDir Path folder) throws Exception {
        cadenza = CadenzaProcess.in(folder).with("CADENZA_CACHE", cache.toString());
        TinyModels.into(cadenza);
        first = cadenza.run(WRITE).done();
    }

    /** It is made beside whatever comes next. */
    private Path awaitArchive() throws IOException, InterruptedException {
        for (int i = 0; i < MOST_TENTHS; i++) {
            try (Stream<Path> files = Files.list(cache)) {
                List<Path> archives =
                        files.filter(file -> file.toString().endsWith(".jsa")).toList();
                if (!archives.isEmpty()) {
                    return archives.get(0);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no archive after " + MOST_TENTHS / 10 + " s");
    }

    private void checkAgain() throws Exception {
        Result again = cadenza.run(WRITE).done();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.stderr()).isEqualTo(first.stderr());
    }

    @Test
    void the_first_text_leaves_an_archive_and_the_next_is_the_same() throws Exception {
        awaitArchive();

        checkAgain();
    }

    @Test
    void a_damaged_archive_says_nothing() throws Exception {
        Path archive = awaitArchive();
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        checkAgain();
    }
}
