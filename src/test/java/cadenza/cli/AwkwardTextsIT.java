package cadenza.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.host.StudioFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any language, any bytes: each trains and writes, or is refused with one clear line. */
class AwkwardTextsIT {
    private static final int WRITTEN = 150;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    /**
     * A text in a file.
     *
     * @param content as it is learned from
     * @param bytes of its file
     */
    record Sample(String name, String content, byte[] bytes) {
        static Sample of(String name, String content) {
            return of(name, content, StandardCharsets.UTF_8, content);
        }

        static Sample of(String name, String content, Charset charset, String stored) {
            return new Sample(name, content, stored.getBytes(charset));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @param line what is said of the file, behind its name */
    record Refused(String name, byte[] bytes, String line) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        String chinese = "\u5e8a\u524d\u660e\u6708\u5149\uff0c\u7591\u662f\u5730\u4e0a\u971c\u3002\n".repeat(20);
        String german = "Der Fu\u00df, die Gr\u00f6\u00dfe, \u00c4rger \u2013 \u201eja\u201c\n".repeat(15);
        String emoji = "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb\ud83c\uddf8\ud83c\uddea!\n".repeat(40);
        return Stream.of(
                Sample.of("Chinese", chinese),
                Sample.of("German", german),
                Sample.of("emoji, joined and paired", emoji),
                Sample.of("combining marks", "e\u0301a\u0308o\u0302\u0323 n\u0303\n".repeat(40)),
                Sample.of(
                        "right to left", "\u05e9\u05dc\u05d5\u05dd \u200f\u0645\u0631\u062d\u0628\u0627\n".repeat(30)),
                Sample.of("CRLF", german, StandardCharsets.UTF_8, german.replace("\n", "\r\n")),
                Sample.of("CR", german, StandardCharsets.UTF_8, german.replace("\n", "\r")),
                Sample.of("a byte order mark", german, StandardCharsets.UTF_8, "\ufeff" + german),
                Sample.of("UTF-16, little-endian", emoji, StandardCharsets.UTF_16LE, "\ufeff" + emoji),
                Sample.of("UTF-16, big-endian", chinese, StandardCharsets.UTF_16BE, "\ufeff" + chinese),
                Sample.of("a line of 2 MB", "one line and no end ".repeat(100_000)),
                Sample.of(
                        "20,000 symbols",
                        IntStream.range(0, 20_000)
                                .mapToObj(i -> Character.toString(i < 10_000 ? 0x4E00 + i : 0x20000 + i - 10_000))
                                .collect(Collectors.joining())),
                Sample.of("one symbol alone", "a".repeat(3000)),
                Sample.of("no line end at the end", german.strip()),
                Sample.of("only blank lines", "\n".repeat(500)),
                Sample.of("other line ends", "one\u2028two\u2029three\u0085four\u000b\f ".repeat(20)),
                Sample.of("controls", "a\u0001b\u001b[31mc\u007f\n".repeat(40)),
                Sample.of("the highest and the replaced", "\udbff\udfff\ufffd\uffff\ufdd0 ".repeat(60)),
                Sample.of("<UNK>", "<UNK> is no token here\n".repeat(20)),
                Sample.of("a sentence", "To be or not to be, that is the question."),
                Sample.of("five characters", "aabab"));
    }

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused("nothing", new byte[0], "is empty; give a file with text"),
                new Refused("a mark alone", bytes(0xEF, 0xBB, 0xBF), "is empty but for a byte order mark"),
                new Refused("NUL", "one\0two".getBytes(StandardCharsets.UTF_8), "byte 3 (0x00) is NUL"),
                new Refused("Latin-1", "Fu\u00df".getBytes(StandardCharsets.ISO_8859_1), "is not UTF-8: byte 2 (0xDF)"),
                new Refused("UTF-16 without a mark", "one".getBytes(StandardCharsets.UTF_16LE), "byte 1 (0x00) is NUL"),
                new Refused("half a pair in UTF-16", bytes(0xFE, 0xFF, 0xD8, 0x3D), "the unit 0xD83D, half of a"),
                new Refused("half a unit of UTF-16", bytes(0xFE, 0xFF, 0, 0x61, 0), "is the last, and half of a unit"),
                new Refused("UTF-32", bytes(0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0), "is UTF-32, says its mark"),
                new Refused("a character", bytes('a'), "there are no characters to train on"));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private int cadenza(String... arguments) {
        PrintStream err = new PrintStream(stderr, false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(err, err, false, false, false);
        StudioFolders folders = new StudioFolders(
                folder.resolve("home"), Optional.of(Path.of(System.getProperty("cadenza.distribution"))));
        int code = Main.run(terminal, folders, arguments);
        err.flush();
        return code;
    }

    private int train(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("page"), bytes);
        return cadenza(
                "train",
                file.toString(),
                "--generator",
                "text-lstm",
                "--name",
                "mine",
                "--hidden",
                "8",
                "--epochs",
                "1");
    }

    private String said() {
        return stderr.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void it_trains_and_writes_its_own_characters(Sample sample) throws IOException {
        assertThat(train(sample.bytes())).as(said()).isZero();
        Path page = folder.resolve("written.txt");

        int code = cadenza(
                "write",
                "--model",
                "mine",
                "--length",
                String.valueOf(WRITTEN),
                "--seed",
                "1",
                "--out",
                page.toString());

        assertThat(code).as(said()).isZero();
        String written = decoded(Files.readAllBytes(page));
        assertThat(written.codePointCount(0, written.length())).isEqualTo(WRITTEN);
        Set<Integer> known = sample.content().codePoints().boxed().collect(Collectors.toSet());
        assertThat(written.codePoints().boxed().toList()).isSubsetOf(known);
        assertThat(said().lines()).allSatisfy(line -> assertThat(line).startsWith("cadenza: "));
    }

    /** Strictly: a byte that is not UTF-8 is an error. */
    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_is_refused_with_one_line(Refused refused) throws IOException {
        assertThat(train(refused.bytes())).isEqualTo(Main.USERS_FAULT);

        assertThat(said().lines())
                .singleElement()
                .asString()
                .startsWith("cadenza: ")
                .contains(refused.line());
        assertThat(List.of(folder.resolve("home/models/mine.cadenza"))).noneMatch(Files::exists);
    }
}
