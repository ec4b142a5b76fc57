package cadenza.host.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.host.novelty.Fingerprint;
import cadenza.host.novelty.Prose;
import cadenza.host.novelty.TextFingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    Path folder;

    @Test
    void aModelIsReadAsItWasWritten() {
        Path file = Fixtures.write(folder, ModelFile.bytes(Fixtures.small()));
        StoredModel read = ModelFile.read(file);
        assertThat(read).isEqualTo(Fixtures.small());
        assertThat(read.contents().tensors().keySet()).containsExactly("z.first", "a.second");
        float[] values = read.contents().tensor("z.first", 2, 3);
        assertThat(Float.floatToRawIntBits(values[4])).isEqualTo(0x80000000);
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        assertThat(ModelFile.bytes(Fixtures.small())).isEqualTo(ModelFile.bytes(Fixtures.small()));
        Path file = Fixtures.write(folder, ModelFile.bytes(Fixtures.small()));
        assertThat(ModelFile.bytes(ModelFile.read(file))).isEqualTo(ModelFile.bytes(Fixtures.small()));
    }

    @Test
    void theBytesHoldNoTimeAndAreNotCompressed() throws IOException {
        Path file = Fixtures.write(folder, ModelFile.bytes(Fixtures.small()));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(Fixtures.MODEL, Fixtures.VOCABULARY, Fixtures.WEIGHTS);
            assertThat(zip.stream()).allSatisfy(entry -> {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
            });
        }
    }

    @Test
    void aFingerprintIsReadAsItWasWrittenAndAlone() throws IOException {
        byte[] bytes = ModelFile.bytes(Fixtures.small(), Optional.of(Fixtures.fingerprint()));
        Path file = Fixtures.write(folder, bytes);
        assertThat(ModelFile.read(file)).isEqualTo(Fixtures.small());
        assertThat(ModelFile.fingerprint(file).orElseThrow().toBytes())
                .isEqualTo(Fixtures.fingerprint().toBytes());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).endsWith(Fixtures.FINGERPRINT);
            assertThat(new String(
                            zip.getInputStream(zip.getEntry(Fixtures.MODEL)).readAllBytes()))
                    .contains("\"format\" : 2");
        }
    }

    @Test
    void theFingerprintOfATextIsKeptAsThatOfMusicIs() {
        TextFingerprint fingerprint =
                TextFingerprint.of(List.of(Prose.text(Prose.random(1, 500)))).orElseThrow();
        byte[] bytes = ModelFile.bytes(Fixtures.small(), Optional.of(fingerprint));
        Fingerprint read = ModelFile.fingerprint(Fixtures.write(folder, bytes)).orElseThrow();
        assertThat(read).isInstanceOf(TextFingerprint.class);
        assertThat(read.toBytes()).isEqualTo(fingerprint.toBytes());
    }

    /** So that an older Cadenza goes on reading models that need nothing new. */
    @Test
    void withoutAFingerprintAFileIsOfTheFirstFormat() throws IOException {
        Path file = Fixtures.write(folder, ModelFile.bytes(Fixtures.small()));
        assertThat(ModelFile.fingerprint(file)).isEmpty();
        assertThat(ModelFingerprint.begin(file).value()).isEmpty();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(new String(
                            zip.getInputStream(zip.getEntry(Fixtures.MODEL)).readAllBytes()))
                    .contains("\"format\" : 1");
        }
    }

    @Test
    void aFileZippedAgainByOthersIsRead() {
        byte[] compressed = Fixtures.zip(Fixtures.entries(), ZipEntry.DEFLATED);
        StoredModel read = ModelFile.read(Fixtures.write(folder, compressed));
        assertThat(read.contents().tensors())
                .isEqualTo(Fixtures.small().contents().tensors());
    }

    @Test
    void whatIsNotAFileIsNamed() throws IOException {
        Path missing = folder.resolve("missing.cadenza");
        assertThatThrownBy(() -> ModelFile.read(missing))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + missing + "' is not there; give a .cadenza file");
        Path directory = Files.createDirectory(folder.resolve("folder.cadenza"));
        assertThatThrownBy(() -> ModelFile.read(directory))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + directory + "' is a folder; give a .cadenza file");
    }

    @Test
    void theHashIsSha256() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        // FIPS 180-2, appendix B.1
        assertThat(ModelFile.sha256(file))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatThrownBy(() -> ModelFile.sha256(folder.resolve("missing"))).isInstanceOf(UserException.class);
    }
}
