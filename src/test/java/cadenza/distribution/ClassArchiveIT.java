package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive of loaded classes that the launcher makes after the first use. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "cadenza.cmd makes none")
class ClassArchiveIT {
    private static final int MOST_SECONDS = 60;

    @TempDir
    Path folder;

    @TempDir
    Path cache;

    @Test
    void theFirstUseLeavesAnArchiveWithWhichTheNextSaysTheSame() throws IOException, InterruptedException {
        CadenzaProcess cadenza = CadenzaProcess.in(folder).with("CADENZA_CACHE", cache.toString());
        Result first = cadenza.run("write --length 60 --seed 3");
        Path archive = awaitArchive();
        Result second = cadenza.run("write --length 60 --seed 3");
        assertSame(second, first);
        assertThat(archive).exists();
    }

    @Test
    void aDamagedArchiveIsNoFault() throws IOException, InterruptedException {
        CadenzaProcess cadenza = CadenzaProcess.in(folder).with("CADENZA_CACHE", cache.toString());
        Result first = cadenza.run("write --length 60 --seed 3");
        Path archive = awaitArchive();
        Files.delete(archive);
        Files.writeString(archive, "no archive");
        assertSame(cadenza.run("write --length 60 --seed 3"), first);
    }

    private static void assertSame(Result actual, Result expected) {
        assertThat(actual.exitCode()).isZero();
        assertThat(actual.stdout()).isEqualTo(expected.stdout());
        assertThat(actual.stderr()).isEqualTo(expected.stderr());
    }

    /** It is made beside whatever comes next. */
    private Path awaitArchive() throws IOException, InterruptedException {
        for (int i = 0; i < 10 * MOST_SECONDS; i++) {
            try (Stream<Path> files = Files.list(cache)) {
                List<Path> archives =
                        files.filter(file -> file.toString().endsWith(".jsa")).toList();
                if (!archives.isEmpty()) {
                    return archives.get(0);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no archive after " + MOST_SECONDS + " s");
    }
}
