package cadenza.host.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private void assertHoldsOnly(Path... files) throws IOException {
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactlyInAnyOrder(files);
        }
    }

    @Test
    void aFileIsMadeOrReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("clip.mid");
        AtomicFile.write(file, new byte[] {1, 2, 3});
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
        AtomicFile.write(file, new byte[100_000]);
        assertThat(Files.readAllBytes(file)).hasSize(100_000);
        AtomicFile.write(file, new byte[0]);
        assertThat(file).isEmptyFile();
        assertHoldsOnly(file);
    }

    @Test
    void aFileWithoutAFolderInItsNameIsOfTheWorkingFolder() {
        Path file = Path.of("AtomicFileTest.tmp");
        try {
            AtomicFile.write(file, new byte[] {1});
            assertThat(file).exists();
        } finally {
            file.toFile().delete();
        }
    }

    @Test
    void othersMayReadIt() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path plain = Files.createFile(folder.resolve("plain"));
        Path file = folder.resolve("clip.mid");
        AtomicFile.write(file, new byte[1]);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void aMissingFolderIsTheUsersFault() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("missing/clip.mid"), new byte[1]))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the folder 'missing' does not exist");
    }

    @Test
    void aFolderInItsPlaceIsTheUsersFault() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        assertThatThrownBy(() -> AtomicFile.write(taken, new byte[1]))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("it is a folder");
        assertHoldsOnly(taken);
    }

    @Test
    void aFileForAFolderIsTheUsersFault() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> AtomicFile.write(file.resolve("clip.mid"), new byte[1]))
                .isInstanceOf(UserException.class);
        assertHoldsOnly(file);
    }

    @Test
    void aDeviceIsNotReplaced() {
        Path device = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(device));
        assertThatThrownBy(() -> AtomicFile.write(device, new byte[1]))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no regular file");
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void whenWritingFailsTheOldContentIsKept() throws IOException {
        // A name that can exist, but is too long with the temporary file's ending.
        Path file = Files.writeString(folder.resolve("n".repeat(250)), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, new byte[] {1}))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cannot be written");
        assertThat(file).hasContent("old");
        assertHoldsOnly(file);
    }

    @Test
    void throughASymbolicLinkTheFileItNamesIsReplaced() throws IOException {
        Path file = Files.write(folder.resolve("real.mid"), new byte[] {1});
        Path link = folder.resolve("link.mid");
        try {
            Files.createSymbolicLink(link, file);
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("symbolic links cannot be made here");
        }
        AtomicFile.write(link, new byte[] {2, 3});
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllBytes(file)).containsExactly(2, 3);
    }
}
