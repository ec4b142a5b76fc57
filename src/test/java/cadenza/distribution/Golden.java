package cadenza.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What outputs must be, kept under {@code samples/expected}. {@code mvn verify -Dcadenza.golden=update} writes the files
 * anew; what changed is then for {@code git diff} to show and for us to judge.
 */
final class Golden {
    private Golden() {}

    /** The text is that of the file. */
    static void check(String name, String text) throws IOException {
        Path file = Path.of(System.getProperty("cadenza.samples"), "expected", name);
        if ("update".equals(System.getProperty("cadenza.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("made by mvn verify -Dcadenza.golden=update").exists();
        assertThat(text).isEqualTo(Files.readString(file));
    }

    /** The bytes have the SHA-256 that is in the file. */
    static void checkHash(String name, byte[] bytes) throws IOException {
        try {
            check(
                    name,
                    HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(bytes)) + "\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
