package cadenza.host.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.api.document.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    private static final int PIECE = TextPieces.PIECE;

    @TempDir
    Path folder;

    private Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("poem.txt"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String hexadecimal) {
        return file(HexFormat.of().parseHex(hexadecimal.replace(" ", "")));
    }

    private String read(String content) {
        return new TextReader()
                .read(file(content.getBytes(StandardCharsets.UTF_8)))
                .content();
    }

    @Test
    void aTextIsNamedAfterItsFile() {
        Text text = new TextReader().read(file("68 69"));
        assertThat(text).isEqualTo(new Text("poem.txt", "hi"));
    }

    @Test
    void everyCodePointIsReadAsItIs() {
        String awkward = "\u0001\t\u00e9e\u0301\u05e9\u2028\ud83d\ude00\udbff\udfff\ufffd";
        assertThat(read(awkward)).isEqualTo(awkward);
    }

    @Test
    void aByteOrderMarkIsDroppedButOnlyTheFirst() {
        assertThat(read("\ufeffa\ufeffb")).isEqualTo("a\ufeffb");
    }

    @Test
    void lineEndsBecomeLineFeeds() {
        assertThat(read("a\r\nb\rc\nd\r\r\ne\r")).isEqualTo("a\nb\nc\nd\n\ne\n");
    }

    @ParameterizedTest
    @CsvSource({
        "FF, 0, FF",
        "61 62 FF 63, 2, FF",
        "61 80, 1, 80", // goes on where nothing began
        "61 C3, 1, C3", // cut off at the end
        "61 E2 82, 1, E2",
        "F0 9F 98, 0, F0",
        "F0 9F 98 61, 0, F0",
        "61 C0 AF, 1, C0", // longer than it need be
        "61 ED A0 80, 1, ED", // half of a surrogate pair
        "F4 90 80 80, 0, F4", // beyond Unicode
        "EF BB BF 61 FF, 4, FF", // offsets count the byte order mark
        "C3 A9 0D 0A FF, 4, FF", // and line ends as they are in the file
        "EF BB, 0, EF"
    })
    void whatIsNotUtf8IsNamedWithItsOffset(String hexadecimal, int offset, String value) {
        Path file = file(hexadecimal);
        assertThatThrownBy(() -> new TextReader().read(file))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + file + "' is not UTF-8: byte " + offset + " (0x" + value
                        + ") begins no character; convert it to UTF-8");
    }

    @Test
    void aBadByteFarIntoTheFileIsFound() {
        byte[] bytes = "line of text\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        bytes[123_456] = (byte) 0xFE;
        assertThatThrownBy(() -> new TextReader().read(file(bytes))).hasMessageContaining("byte 123456 (0xFE)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "\u2028", "\ud83d\ude00", "\r\n", "\r", "\ufeff"})
    void nothingIsLostWhereOnePieceEndsAndTheNextBegins(String awkward) {
        for (int before = PIECE - 4; before <= PIECE + 1; before++) {
            String beginning = "a".repeat(before);
            assertThat(read(beginning + awkward + "b"))
                    .isEqualTo(beginning + (awkward.startsWith("\r") ? "\n" : awkward) + "b");
            assertThat(read(beginning + awkward)).endsWith(awkward.startsWith("\r") ? "a\n" : "a" + awkward);
        }
    }

    @Test
    void aTextOfManyPiecesIsReadAsItIs() {
        String line = "plain \u00e9 \u201cquoted\u201d \ud83d\ude00\n";
        assertThat(read(line.repeat(20_000).replace("\n", "\r\n"))).isEqualTo(line.repeat(20_000));
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "EF BB BF, true",
        "EF BB BF 61, false",
        "EF BB BF EF BB BF, false",
        "FF FE, true",
        "FE FF, true",
        "FE FF 00 61, false",
        "61, false",
        "EF BB, false"
    })
    void emptyIsWhatHasNoCharacter(String hexadecimal, boolean empty) {
        assertThat(new TextReader().isEmpty(file(hexadecimal))).isEqualTo(empty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EF BB BF", "FF FE", "FE FF"})
    void anEmptyTextIsReadWhereOneMayBe(String hexadecimal) {
        Path file = file(hexadecimal);
        assertThat(new TextReader().readOrEmpty(file))
                .isEqualTo(new Text(file.getFileName().toString(), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "61 0D 0A C3 A9, UTF_8, true",
        "EF BB BF 61 0A C3 A9, UTF_8_WITH_MARK, false",
        "FF FE 61 00 0D 00 E9 00, UTF_16_LITTLE_ENDIAN, true",
        "FE FF 00 61 00 0A 00 E9, UTF_16_BIG_ENDIAN, false"
    })
    void anEncodingIsToldByTheMark(String hexadecimal, TextEncoding encoding, boolean otherLineEnds) {
        PiecedText read = new TextReader().readPieces(file(hexadecimal));
        assertThat(read.whole().content()).isEqualTo("a\n\u00e9");
        assertThat(read.form()).isEqualTo(new TextForm(encoding, otherLineEnds, false));
    }

    @ParameterizedTest
    @CsvSource({
        "FF FE 61 00 62, 'UTF-16: byte 4 (0x62) is the last, and half of a unit of two'",
        "FE FF 00 61 D8 3D, 'UTF-16: byte 4 (0xD8) begins the unit 0xD83D, half of a surrogate pair without the other'",
        "FF FE 3D D8 61 00, 'UTF-16: byte 2 (0x3D) begins the unit 0xD83D, half of a surrogate pair without the other'",
        "FF FE 61 00 00 DE, 'UTF-16: byte 4 (0x00) begins the unit 0xDE00, half of a surrogate pair without the other'"
    })
    void whatIsNotUtf16IsNamedWithItsOffset(String hexadecimal, String fault) {
        Path file = file(hexadecimal);
        assertThatThrownBy(() -> new TextReader().read(file))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + file + "' is not " + fault + "; convert it to UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF FE 00 00 61 00 00 00", "00 00 FE FF 00 00 00 61"})
    void aTextInUtf32IsTheUsersFault(String hexadecimal) {
        Path file = file(hexadecimal);
        assertThatThrownBy(() -> new TextReader().read(file))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + file + "' is UTF-32, says its mark at byte 0; convert it to UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "4D 54 68 64 00, UTF-8, 4",
        "C3 A9 0D 0A 00, UTF-8, 4",
        "EF BB BF 00, UTF-8, 3",
        "61 00 62 00, UTF-8, 1", // UTF-16 without its mark
        "FE FF 00 61 00 00, UTF-16, 4"
    })
    void aFileWithNulIsNoText(String hexadecimal, String charset, int offset) {
        Path file = file(hexadecimal);
        assertThatThrownBy(() -> new TextReader().read(file))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + file + "' is not " + charset + " text: byte " + offset
                        + " (0x00) is NUL, so it is a binary file, or UTF-16 without a mark; give text in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsReadAcrossPieces(Charset charset) {
        for (int before = PIECE / 2 - 3; before <= PIECE / 2 + 1; before++) {
            String content = "a".repeat(before) + "\ud83d\ude00\r\nb";
            Path file = file(("\ufeff" + content).getBytes(charset));
            assertThat(new TextReader().read(file).content()).isEqualTo(content.replace("\r", ""));
        }
    }

    @Test
    void aBadByteIsFoundWhereOnePieceEndsAndTheNextBegins() {
        for (int before = PIECE - 3; before <= PIECE + 1; before++) {
            byte[] bytes = ("a".repeat(before) + "\u00e9b").getBytes(StandardCharsets.UTF_8);
            bytes[before + 1] = 'a';
            Path file = file(bytes);
            assertThatThrownBy(() -> new TextReader().read(file)).hasMessageContaining("byte " + before + " (0xC3)");
        }
    }

    @Test
    void anEmptyFileIsTheUsersFault() {
        assertThatThrownBy(() -> new TextReader().read(file("")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> new TextReader().read(file("EF BB BF")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aFileOfMoreThanAGibibyteIsTheUsersFault() throws IOException {
        Path file = file("61");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((1L << 30) + 1);
        }
        assertThatThrownBy(() -> new TextReader().read(file))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + file + "' is larger than 1 GiB; split it");
    }

    @Test
    void aPipeIsRefusedWhereItBecomesTooLong() throws IOException {
        Path pipe = Path.of("pipe");
        assertThat(new TextPieces(pipe, 4).read(new ByteArrayInputStream("four".getBytes())))
                .containsExactly("four");
        assertThatThrownBy(() -> new TextPieces(pipe, 4).read(new ByteArrayInputStream(new byte[5])))
                .isInstanceOf(UserException.class)
                .hasMessage("'pipe' is larger than 1 GiB; split it");
    }

    @Test
    void whatCannotBeReadIsTheUsersFault() {
        Path missing = folder.resolve("missing.txt");
        assertThatThrownBy(() -> new TextReader().read(missing))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + missing + "' cannot be read: there is no such file");
        assertThatThrownBy(() -> new TextReader().read(folder))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("cannot be read");
    }
}
