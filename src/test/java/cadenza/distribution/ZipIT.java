package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.distribution.CadenzaProcess.Result;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip alone, unpacked elsewhere, with Java on the path and no Maven that works. */
@DisabledOnOs(OS.WINDOWS)
class ZipIT {
    @Test
    void the_zip_alone_composes(@TempDir Path folder) throws Exception {
        Path distribution = unpack(CadenzaProcess.builtDistribution().resolveSibling("cadenza.zip"), folder);
        CadenzaProcess cadenza =
                new CadenzaProcess(distribution, folder).without("JAVA_HOME").with("PATH", pathWithBrokenMaven(folder));

        Result result = cadenza.run("compose --seed 7").done();

        assertThat(cadenza.file("clip-7.mid")).isNotEmptyFile();
        assertThat(result.stderr()).isEmpty();
        assertThat(folder.resolve("bin/mvn.called")).doesNotExist();
    }

    private static Path unpack(Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream content = file.getInputStream(entry)) {
                        Files.copy(content, target);
                    }
                }
            }
        }
        Path distribution = folder.resolve("cadenza");
        // java.util.zip does not know permissions.
        assertThat(distribution.resolve("bin/cadenza").toFile().setExecutable(true))
                .isTrue();
        return distribution;
    }

    /** Puts a Maven first on the path that fails, and leaves word where it is called. */
    private static String pathWithBrokenMaven(Path folder) throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path maven = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\necho called >\"$0\".called\nexit 1\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        return bin + File.pathSeparator + System.getenv("PATH");
    }
}
