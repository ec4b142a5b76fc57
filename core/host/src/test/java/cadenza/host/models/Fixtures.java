package cadenza.host.models;

import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.Vocabulary;
import cadenza.api.document.Score;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.Tunes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small model, and model files put together by hand. */
final class Fixtures {
    static final String MODEL = "model.json";
    static final String VOCABULARY = "vocabulary.json";
    static final String WEIGHTS = "weights.safetensors";

    static final String FINGERPRINT = "fingerprint.bin";

    private Fixtures() {}

    /** Of a random tune. */
    static MusicFingerprint fingerprint() {
        Score tune = Tunes.score("tune", Tunes.MELODY, Tunes.random(new Random(1), 50));
        return MusicFingerprint.of(List.of(tune)).orElseThrow();
    }

    static StoredModel small() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("z.first", new Tensor(new int[] {2, 3}, new float[] {1, -2, 3.5f, 0, -0f, Float.MIN_VALUE}));
        tensors.put("a.second", new Tensor(new int[] {1}, new float[] {Float.MAX_VALUE}));
        Settings card = Settings.empty()
                .with("data", List.of(Settings.empty().with("title", "Übung \"1\"\n")))
                .with("seed", Long.MIN_VALUE)
                .with("loss", 1.25);
        return new StoredModel(
                "text-lstm",
                "0.1.0",
                card,
                new ModelContents(
                        Settings.empty().with("hidden", 3).with("flag", true),
                        Vocabulary.of(List.of("a", "\n", "\u0000", "\ud83d\ude00", "\"")),
                        tensors));
    }

    /** The entries of the small model's file. */
    static Map<String, byte[]> entries() {
        StoredModel small = small();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                MODEL,
                utf8(
                        "{\"format\":1,\"generator\":\"text-lstm\",\"generatorVersion\":\"0.1.0\",\"card\":{},\"settings\":{}}"));
        entries.put(VOCABULARY, utf8("[\"<UNK>\",\"a\"]"));
        entries.put(WEIGHTS, Safetensors.write(small.contents().tensors()));
        return entries;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A zip of stored entries. */
    static byte[] zip(Map<String, byte[]> entries) {
        return zip(entries, ZipEntry.STORED);
    }

    static byte[] zip(Map<String, byte[]> entries, int method) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setMethod(method);
                CRC32 crc = new CRC32();
                crc.update(entry.getValue());
                header.setCrc(crc.getValue());
                header.setSize(entry.getValue().length);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("model.cadenza"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
