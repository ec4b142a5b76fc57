package cadenza.host.models;

import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.host.novelty.Fingerprint;
import cadenza.host.storage.AtomicFile;
import cadenza.host.storage.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The file {@code NAME.cadenza}: a zip of {@code model.json}, {@code vocabulary.json}, {@code weights.safetensors} and,
 * from format 2 on and where there is one, {@code fingerprint.bin} ({@link Fingerprint}). A file without a fingerprint
 * is of format 1, which every Cadenza reads. The fingerprint is read by a method of its own, because generating begins
 * without it; the hash of the file covers it. Weights of 16 bits ask for format 3. The same model gives the same bytes. Reading checks sizes before it allocates, and ends in one clear line naming the
 * file and the fault, whatever the bytes.
 */
public final class ModelFile {
    /** The ending of a model file's name. */
    public static final String ENDING = ".cadenza";

    private static final long FORMAT_WITHOUT_FINGERPRINT = 1;
    private static final long FORMAT_WITH_FINGERPRINT = 2;
    private static final long FORMAT_OF_HALF_PRECISION = 3;
    private static final long FORMAT = FORMAT_OF_HALF_PRECISION;
    private static final String MODEL = "model.json";
    private static final String VOCABULARY = "vocabulary.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String FINGERPRINT = "fingerprint.bin";
    private static final long MOST_MODEL_BYTES = 1 << 20;
    private static final long MOST_VOCABULARY_BYTES = 32 << 20;
    private static final long MOST_WEIGHT_BYTES = 1 << 30;

    /** An entry that is not small may grow to so many times its compressed size: weights hardly compress. */
    private static final long MOST_RATIO = 20;

    private static final long SMALL = 1 << 20;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ModelFile() {}

    /** The bytes of a model's file, without a fingerprint. */
    public static byte[] bytes(StoredModel model) {
        return bytes(model, Optional.empty());
    }

    /** The bytes of a model's file. @param fingerprint of what it was trained on */
    public static byte[] bytes(StoredModel model, Optional<Fingerprint> fingerprint) {
        return bytes(model, fingerprint, Precision.SINGLE);
    }

    /**
     * The bytes of a model's file.
     *
     * @param fingerprint of the music it was trained on
     * @param precision of its weights
     * @throws UserException if the precision does not hold a weight
     */
    public static byte[] bytes(StoredModel model, Optional<Fingerprint> fingerprint, Precision precision) {
        return zipped(model, fingerprint.map(Fingerprint::toBytes), precision);
    }

    private static byte[] zipped(StoredModel model, Optional<byte[]> fingerprint, Precision precision) {
        Settings json = Settings.empty()
                .with("format", format(fingerprint.isPresent(), precision))
                .with("generator", model.generator())
                .with("generatorVersion", model.generatorVersion())
                .with("card", model.card())
                .with("settings", model.contents().settings());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, MODEL, utf8(Json.writePretty(json)));
            List<String> symbols = model.contents().vocabulary().symbols();
            put(zip, VOCABULARY, utf8(Json.writeTexts(symbols)));
            put(zip, WEIGHTS, Safetensors.write(model.contents().tensors(), precision));
            if (fingerprint.isPresent()) {
                put(zip, FINGERPRINT, fingerprint.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long format(boolean fingerprint, Precision precision) {
        if (precision == Precision.HALF) {
            return FORMAT_OF_HALF_PRECISION;
        }
        return fingerprint ? FORMAT_WITH_FINGERPRINT : FORMAT_WITHOUT_FINGERPRINT;
    }

    /**
     * The bytes of a model's file with weights of 16 bits, which its card then says; the fingerprint stays.
     *
     * @throws UserException naming the file and the fault, or if 16 bits do not hold a weight
     */
    public static byte[] halved(Path file) {
        StoredModel model = read(file);
        Optional<byte[]> fingerprint;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            fingerprint = zip.getEntry(FINGERPRINT) == null
                    ? Optional.empty()
                    : Optional.of(content(zip, FINGERPRINT, Fingerprint.MOST_BYTES));
        } catch (IOException e) {
            throw unusable(file, fault(e), e);
        }
        StoredModel halved = new StoredModel(
                model.generator(), model.generatorVersion(), Precision.HALF.on(model.card()), model.contents());
        return zipped(halved, fingerprint, Precision.HALF);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        // Stored, not compressed: weights hardly compress, and compressors differ from one Java to the next.
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Reads a model. @throws UserException naming the file and the fault */
    public static StoredModel read(Path file) {
        checkReadable(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            checkEntries(zip);
            Settings json = Json.read(text(zip, MODEL, MOST_MODEL_BYTES));
            long format = json.number("format");
            if (format < FORMAT_WITHOUT_FINGERPRINT || format > FORMAT) {
                throw new UserException("it is of format " + format + ", this Cadenza reads formats "
                        + FORMAT_WITHOUT_FINGERPRINT + " to " + FORMAT + (format > FORMAT ? "; update Cadenza" : ""));
            }
            return new StoredModel(
                    json.text("generator"),
                    json.text("generatorVersion"),
                    json.settings("card"),
                    new ModelContents(
                            json.settings("settings"),
                            vocabulary(text(zip, VOCABULARY, MOST_VOCABULARY_BYTES)),
                            Safetensors.read(content(zip, WEIGHTS, MOST_WEIGHT_BYTES))));
        } catch (IOException | UserException e) {
            throw unusable(file, fault(e), e);
        }
    }

    /**
     * Reads the fingerprint of what a model was trained on, and nothing else.
     *
     * @return empty if the model keeps none
     * @throws UserException naming the file and the fault
     */
    public static Optional<Fingerprint> fingerprint(Path file) {
        checkReadable(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            checkEntries(zip);
            return zip.getEntry(FINGERPRINT) == null
                    ? Optional.empty()
                    : Optional.of(Fingerprint.read(content(zip, FINGERPRINT, Fingerprint.MOST_BYTES)));
        } catch (IOException e) {
            throw unusable(file, "its " + FINGERPRINT + " cannot be used: " + fault(e), e);
        }
    }

    private static UserException unusable(Path file, String fault, Exception cause) {
        return new UserException(
                "'" + file + "' is no usable Cadenza model: " + fault + "; give a whole " + ENDING + " file", cause);
    }

    private static String fault(Exception e) {
        if (e instanceof ZipException) {
            return "it is no zip file, or was cut short";
        }
        return e.getMessage() == null ? "it is damaged" : e.getMessage();
    }

    private static void checkReadable(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserException("'" + file + "' is " + (Files.isDirectory(file) ? "a folder" : "not there")
                    + "; give a " + ENDING + " file");
        }
        if (!Files.isReadable(file)) {
            throw new UserException("'" + file + "' cannot be read: permission denied");
        }
    }

    private static void checkEntries(ZipFile zip) throws IOException {
        Set<String> names = new HashSet<>();
        int count = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); count++) {
            names.add(entries.nextElement().getName());
        }
        boolean twice = count != names.size();
        names.remove(FINGERPRINT);
        if (twice || !names.equals(Set.of(MODEL, VOCABULARY, WEIGHTS))) {
            throw new IOException("it does not hold just " + MODEL + ", " + VOCABULARY + ", " + WEIGHTS
                    + " and perhaps " + FINGERPRINT);
        }
    }

    private static String text(ZipFile zip, String name, long most) throws IOException {
        return new String(content(zip, name, most), StandardCharsets.UTF_8);
    }

    private static byte[] content(ZipFile zip, String name, long most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry.getSize() < 0 || entry.getSize() > most) {
            throw new IOException(name + " claims " + entry.getSize() + " bytes, more than " + most);
        }
        if (entry.getSize() > SMALL && entry.getSize() / MOST_RATIO > entry.getCompressedSize()) {
            throw new IOException(
                    name + " claims " + entry.getSize() + " bytes out of " + entry.getCompressedSize() + " compressed");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = new byte[(int) entry.getSize()];
            if (in.readNBytes(content, 0, content.length) != content.length || in.read() >= 0) {
                throw new IOException(name + " does not have the " + entry.getSize() + " bytes it claims");
            }
            CRC32 crc = new CRC32();
            crc.update(content);
            if (crc.getValue() != entry.getCrc()) {
                throw new IOException(name + " is damaged");
            }
            return content;
        }
    }

    private static Vocabulary vocabulary(String json) throws IOException {
        List<String> symbols = Json.readTexts(json);
        if (symbols.isEmpty() || !symbols.get(0).equals(Vocabulary.UNKNOWN_SYMBOL)) {
            throw new IOException("its vocabulary does not begin with " + Vocabulary.UNKNOWN_SYMBOL);
        }
        try {
            return Vocabulary.of(symbols.subList(1, symbols.size()));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The SHA-256 of a file, in lower-case hexadecimal. */
    public static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[1 << 16]; // a whole model at once would be megabytes of fresh memory
            try (InputStream in = Files.newInputStream(file)) {
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    digest.update(piece, 0, length);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
