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

    private CadenzaProcess cadenza;
    private Result first;

    @BeforeEach
    void write_once(@TempDir Path folder) throws Exception {
        cadenza = CadenzaProcess.in(folder);
        TinyModels.into(cadenza);
        first = cadenza.run(WRITE).done();
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(cadenza.models().resolveSibling("cache"))) {
            return files.toList();
        }
    }

    private void checkAgain() throws Exception {
        Result again = cadenza.run(WRITE).done();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.stderr()).isEqualTo(first.stderr());
    }

    @Test
    void the_first_text_leaves_an_archive_and_the_next_is_the_same() throws Exception {
        assertThat(archives()).hasSize(1);

        checkAgain();
    }

    @Test
    void a_damaged_archive_says_nothing() throws Exception {
        Path archive = archives().get(0);
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        checkAgain();
    }
}
