package cadenza.host.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Tensor;
import cadenza.api.UserException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, reading a model ends in the model or in one clear line. */
class DamagedModelFilesTest {
    private static final int MUTATIONS = 500;

    @TempDir
    Path folder;

    @Test
    void aFileCutOffAnywhereIsRefused() {
        byte[] whole = ModelFile.bytes(Fixtures.small());
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "cut off after " + length);
        }
    }

    @Test
    void aChangedByteIsNoticedOrDoesNotMatter() {
        byte[] whole = ModelFile.bytes(Fixtures.small());
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(whole.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            try {
                StoredModel read = ModelFile.read(Fixtures.write(folder, changed));
                assertThat(read).as("byte " + at + " changed").isEqualTo(Fixtures.small());
            } catch (UserException e) {
                assertOneLine(e);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 2);
    }

    @Test
    void randomBytesAreRefused() {
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            assertRefused(bytes, "random bytes");
        }
    }

    @Test
    void aDamagedFingerprintIsRefusedByNameAndTheRestIsRead() {
        for (byte[] damaged : List.of(new byte[0], new byte[9], Fixtures.utf8("CFP1\1\u0008\0\0\0\7too short"))) {
            Map<String, byte[]> entries = Fixtures.entries();
            entries.put(Fixtures.FINGERPRINT, damaged);
            Path file = Fixtures.write(folder, Fixtures.zip(entries));
            assertThat(ModelFile.read(file).generator()).isEqualTo("text-lstm");
            assertThatThrownBy(() -> ModelFile.fingerprint(file))
                    .isInstanceOfSatisfying(UserException.class, DamagedModelFilesTest::assertOneLine)
                    .hasMessageStartingWith(
                            "'" + file + "' is no usable Cadenza model: its fingerprint.bin cannot be used: ")
                    .hasMessageEndingWith("; give a whole .cadenza file");
        }
    }

    @Test
    void aByteOfAFingerprintThatWasChangedIsNoticed() {
        byte[] whole = ModelFile.bytes(Fixtures.small(), Optional.of(Fixtures.fingerprint()));
        byte[] stored = Fixtures.fingerprint().toBytes();
        int from = indexOf(whole, stored);
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = whole.clone();
            changed[from + i] ^= 4;
            Path file = Fixtures.write(folder, changed);
            assertThatThrownBy(() -> ModelFile.fingerprint(file))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("fingerprint.bin is damaged");
        }
    }

    private static int indexOf(byte[] whole, byte[] part) {
        int at = 0;
        while (!Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    @Test
    void aFingerprintThatUnpacksToHundredsOfMegabytesIsRefusedUnread() {
        Map<String, byte[]> bomb = Fixtures.entries();
        bomb.put(Fixtures.FINGERPRINT, new byte[100 << 20]);
        Path file = Fixtures.write(folder, Fixtures.zip(bomb, ZipEntry.DEFLATED));
        assertThatThrownBy(() -> ModelFile.fingerprint(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("claims 104857600 bytes, more than 25165824");
    }

    @Test
    void anotherEntryIsRefused() {
        Map<String, byte[]> more = Fixtures.entries();
        more.put("../evil", new byte[3]);
        assertRefused(Fixtures.zip(more), "it does not hold just");
    }

    @ParameterizedTest
    @CsvSource({Fixtures.MODEL, Fixtures.VOCABULARY, Fixtures.WEIGHTS})
    void aMissingEntryIsRefused(String name) {
        Map<String, byte[]> fewer = Fixtures.entries();
        fewer.remove(name);
        assertRefused(Fixtures.zip(fewer), "it does not hold just");
    }

    @ParameterizedTest
    @CsvSource({Fixtures.MODEL, Fixtures.VOCABULARY, Fixtures.WEIGHTS})
    void anEntryThatIsThereTwiceIsRefused(String name) {
        Map<String, byte[]> twice = Fixtures.entries();
        String twin = "x" + name.substring(1);
        twice.put(twin, twice.get(name));
        assertRefused(renamed(Fixtures.zip(twice), twin, name), "it does not hold just");
    }

    /** The same bytes with another name of the same length throughout. */
    private static byte[] renamed(byte[] zip, String from, String to) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    static Stream<Arguments> badModels() {
        String rest = "\"generator\":\"g\",\"generatorVersion\":\"1\",\"card\":{},\"settings\":{}}";
        return Stream.of(
                Arguments.of(
                        "{\"format\":4," + rest,
                        "it is of format 4, this Cadenza reads formats 1 to 3; update Cadenza"),
                Arguments.of("{\"format\":0," + rest, "it is of format 0, this Cadenza reads formats 1 to 3"),
                Arguments.of("{\"format\":\"1\"," + rest, "'format' is not a whole number"),
                Arguments.of("{" + rest, "'format' is missing"),
                Arguments.of("{\"format\":1}", "'generator' is missing"),
                Arguments.of("{\"format\":1,\"format\":1," + rest, "Duplicate field 'format' at line 1, column 21"),
                Arguments.of("{\"format\":1,\"generator\":null,\"card\":{},\"settings\":{}}", "null"),
                Arguments.of(
                        "{\"format\":1,\"generator\":\"g\",\"generatorVersion\":\"1\",\"card\":[],\"settings\":{}}",
                        "'card' is not an object"),
                Arguments.of("{\"format\":1e999," + rest, "not finite"),
                Arguments.of("{\"format\":99999999999999999999," + rest, "out of range of long"),
                Arguments.of("[1]", "no JSON object"),
                Arguments.of("", "no JSON object"),
                Arguments.of("{\"format\":1,\"a\":" + "[".repeat(5000), "nesting"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badModels")
    void aModelThatSaysStrangeThingsIsRefused(String json, String said) {
        assertRefused(with(Fixtures.MODEL, Fixtures.utf8(json)), said);
    }

    @Test
    void manyFieldsAreReadInNoTime() {
        StringBuilder json = new StringBuilder("{\"format\":1");
        for (int i = 0; json.length() < 1_000_000; i++) {
            json.append(",\"").append(i).append("\":1");
        }
        assertRefused(with(Fixtures.MODEL, Fixtures.utf8(json + "}")), "'generator' is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|does not begin with <UNK>",
                "[\"a\",\"<UNK>\"]|does not begin with <UNK>",
                "[\"<UNK>\",\"a\",\"a\"]|symbol 'a' occurs twice",
                "[\"<UNK>\",\"<UNK>\"]|symbol '<UNK>' occurs twice",
                "[\"<UNK>\",1]|element 1 of the list is no text",
                "[\"<UNK>\",null]|element 1 of the list is no text",
                "[\"<UNK>\",[\"a\"]]|element 1 of the list is no text",
                "{}|no JSON list",
                "[\"<UNK>\"|Unexpected end-of-input",
                "[\"<UNK>\"] x|Unrecognized token",
                "[\"<UNK>\"] []|something follows"
            })
    void aWrongVocabularyIsRefused(String json, String said) {
        assertRefused(with(Fixtures.VOCABULARY, Fixtures.utf8(json)), said);
    }

    static Stream<Arguments> badWeights() {
        return Stream.of(
                Arguments.of(new byte[0], "no header"),
                Arguments.of(new byte[7], "no header"),
                Arguments.of(weights(Long.MAX_VALUE, "{}", 0), "header claims 9223372036854775807"),
                Arguments.of(weights(-1, "{}", 0), "header claims -1"),
                Arguments.of(weights(3, "{}", 0), "header claims 3"),
                Arguments.of(weights(1, "{}", 0), "header claims 1"),
                Arguments.of(tensor("[2]", "[0,8]", 4), "not 2 numbers"),
                Arguments.of(tensor("[2]", "[0,4]", 4), "not 2 numbers"),
                Arguments.of(tensor("[1]", "[4,8]", 8), "not 1 numbers"),
                Arguments.of(tensor("[1]", "[0]", 4), "not 1 numbers"),
                Arguments.of(tensor("[1]", "[0,4]", 8), "8 bytes where 4 are described"),
                Arguments.of(tensor("[]", "[0,4]", 4), "have the shape []"),
                Arguments.of(tensor("[0]", "[0,0]", 0), "have the shape [0]"),
                Arguments.of(tensor("[-1]", "[0,4]", 4), "have the shape [-1]"),
                Arguments.of(tensor("[1,1,1,1,1,1,1,1,1]", "[0,4]", 4), "have the shape"),
                Arguments.of(tensor("[4294967297]", "[0,4]", 4), "have the shape"),
                Arguments.of(tensor("[65536,65536]", "[0,17179869184]", 4), "claim over 2 GiB"),
                Arguments.of(tensor("[2147483647,2147483647,2147483647]", "[0,4]", 4), "claim over 2 GiB"),
                Arguments.of(tensor("[1.5]", "[0,4]", 4), "not a list of whole numbers"),
                Arguments.of(tensor("[1]", "[0,4]", 4, "F64"), "not 1 numbers of type F32 or F16"),
                Arguments.of(weights(2, "[]", 0), "no JSON object"));
    }

    private static byte[] tensor(String shape, String offsets, int bytes) {
        return tensor(shape, offsets, bytes, "F32");
    }

    private static byte[] tensor(String shape, String offsets, int bytes, String type) {
        String header = "{\"t\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
        return weights(header.length(), header, bytes);
    }

    private static byte[] weights(long headerLength, String header, int bytes) {
        return ByteBuffer.allocate(8 + header.length() + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(headerLength)
                .put(Fixtures.utf8(header))
                .array();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badWeights")
    void weightsThatDoNotFitTheirDescriptionAreRefused(byte[] weights, String said) {
        assertRefused(with(Fixtures.WEIGHTS, weights), said);
    }

    @Test
    void halvedWeightsThatAreNotFiniteAreRefused() {
        for (int bad : new int[] {0x7c00, 0xfc00, 0x7e00}) {
            byte[] weights =
                    Safetensors.write(Map.of("layer", new Tensor(new int[] {2000}, new float[2000])), Precision.HALF);
            weights[weights.length - 1] = (byte) (bad >> 8);
            assertRefused(with(Fixtures.WEIGHTS, weights), "'layer' have a number that is not finite");
        }
    }

    @Test
    void weightsThatAreNotFiniteAreRefused() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            byte[] weights = Safetensors.write(Map.of("layer", new Tensor(new int[] {3}, new float[] {1, 2, bad})));
            assertRefused(with(Fixtures.WEIGHTS, weights), "'layer' have a number that is not finite: " + bad);
        }
    }

    @Test
    void anEntryThatUnpacksToHundredsOfMegabytesIsRefusedUnread() {
        Map<String, byte[]> bomb = Fixtures.entries();
        bomb.put(Fixtures.WEIGHTS, new byte[200 << 20]);
        assertRefused(Fixtures.zip(bomb, ZipEntry.DEFLATED), "claims 209715200 bytes out of");
        Map<String, byte[]> large = new LinkedHashMap<>(Fixtures.entries());
        large.put(Fixtures.MODEL, new byte[(1 << 20) + 1]);
        assertRefused(Fixtures.zip(large), "claims 1048577 bytes, more than 1048576");
    }

    private static byte[] with(String name, byte[] content) {
        Map<String, byte[]> entries = Fixtures.entries();
        entries.put(name, content);
        return Fixtures.zip(entries);
    }

    private void assertRefused(byte[] bytes, String said) {
        Path file = Fixtures.write(folder, bytes);
        assertThatThrownBy(() -> ModelFile.read(file))
                .as(said)
                .isInstanceOfSatisfying(UserException.class, DamagedModelFilesTest::assertOneLine)
                .hasMessageStartingWith("'" + file + "' is no usable Cadenza model: ")
                .hasMessageEndingWith("; give a whole .cadenza file")
                .satisfies(e -> {
                    if (!said.startsWith("cut off") && !said.startsWith("random")) {
                        assertThat(e.getMessage()).contains(said);
                    }
                });
    }

    private static void assertOneLine(UserException e) {
        assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("null;");
    }
}
