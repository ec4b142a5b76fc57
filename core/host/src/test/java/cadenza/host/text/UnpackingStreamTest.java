package cadenza.host.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingStreamTest {
    @TempDir
    Path folder;

    private final TextReader reader = new TextReader();

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("poem.txt.GZ"), bytes);
    }

    @Test
    void aCompressedTextIsReadAsItIs() throws IOException {
        String content = "r\u00e9sum\u00e9 \ud83d\ude00\n".repeat(20_000);
        PiecedText read = reader.readPieces(file(packed(content.getBytes(StandardCharsets.UTF_8))));
        assertThat(read.whole().content()).isEqualTo(content);
        assertThat(read.form()).isEqualTo(new TextForm(TextEncoding.UTF_8, false, true));
    }

    @Test
    void severalMembersAreOneText() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(packed("one ".getBytes(StandardCharsets.UTF_8)));
        both.write(packed("two".getBytes(StandardCharsets.UTF_8)));
        assertThat(reader.read(file(both.toByteArray())).content()).isEqualTo("one two");
    }

    @Test
    void aByteOrderMarkInsideTellsTheEncoding() throws IOException {
        byte[] packed = packed("\ufeffh\u00e9".getBytes(StandardCharsets.UTF_16LE));
        assertThat(reader.read(file(packed)).content()).isEqualTo("h\u00e9");
        assertThat(reader.isEmpty(file(packed("\ufeff".getBytes(StandardCharsets.UTF_16LE)))))
                .isTrue();
        assertThat(reader.isEmpty(file(packed(new byte[0])))).isTrue();
    }

    @Test
    void aFileThatIsCutOffIsDamaged() throws IOException {
        byte[] packed = packed("a line of a poem\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        for (int length = 0; length < packed.length; length++) {
            Path file = file(Arrays.copyOf(packed, length));
            assertThatThrownBy(() -> reader.read(file))
                    .isInstanceOf(UserException.class)
                    .hasMessage(
                            "'" + file + "' is damaged, or no gzip file: it ends too early; get it anew, or unpack it");
        }
    }

    @Test
    void aFileThatIsNoGzipIsNamed() throws IOException {
        Path file = file("plain text, whatever its name".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'" + file + "' is damaged, or no gzip file: Not in GZIP format");
    }

    @Test
    void aChangedByteIsFound() throws IOException {
        byte[] packed = packed("a line of a poem\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        packed[packed.length - 6] ^= 1; // in the checksum
        Path file = file(packed);
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void whatUnfoldsToMoreThanTextDoesIsRefused() throws IOException {
        byte[] most = new byte[(int) UnpackingStream.ANY_RATIO];
        Arrays.fill(most, (byte) 'a');
        assertThat(reader.read(file(packed(most))).content()).hasSize(most.length);
        byte[] more = new byte[2 * most.length];
        Arrays.fill(more, (byte) 'a');
        Path file = file(packed(more));
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + file + "' unfolds to more than 100 times its size, which text never does; unpack it"
                        + " and look at what it is");
    }
}
