package cadenza.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API is what it was, or the change is written down. */
class ApiSignaturesTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path KEPT = Path.of("src", "test", "resources", "api-signatures.txt");
    private static final String VERSION = "API ";

    private static List<String> now() throws IOException, ClassNotFoundException {
        List<String> lines = new ArrayList<>(List.of(VERSION + ApiVersion.CURRENT));
        lines.addAll(ApiSignatures.of(CLASSES));
        return lines;
    }

    /** {@code mvn test -pl core/api -Dtest=ApiSignaturesTest -Dcadenza.golden=update} writes the file anew. */
    @Test
    void the_api_is_the_one_that_is_written_down() throws Exception {
        List<String> now = now();
        if ("update".equals(System.getProperty("cadenza.golden"))) {
            Files.createDirectories(KEPT.getParent());
            Files.write(KEPT, now);
        }
        List<String> kept = Files.readAllLines(KEPT);
        List<String> gone = new ArrayList<>(kept);
        gone.removeAll(now);
        List<String> fresh = new ArrayList<>(now);
        fresh.removeAll(kept);
        assertThat(now)
                .withFailMessage(
                        "The plugin API is not the one in %s.%n%nGone, which breaks plugins that use it (write it into"
                                + " CHANGELOG.md, and raise ApiVersion):%n%s%n%nNew (an abstract method of an interface"
                                + " that plugins implement breaks them too):%n%s%n%nIf it is meant: mvn test -pl core/api"
                                + " -Dtest=ApiSignaturesTest -Dcadenza.golden=update",
                        KEPT, lines(gone), lines(fresh))
                .isEqualTo(kept);
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "  nothing" : String.join(System.lineSeparator(), lines);
    }

    @Test
    void everything_that_plugins_see_is_in_it() throws Exception {
        assertThat(now())
                .contains(
                        "public interface cadenza.api.Generator implements org.pf4j.ExtensionPoint",
                        "  public default cadenza.api.FittedOptions cadenza.api.Generator.fit(cadenza.api.Corpus)",
                        "  public abstract int[] cadenza.api.Codec.encode(D) throws cadenza.api.UnsuitableDocumentException",
                        "  public static final int cadenza.api.Vocabulary.UNKNOWN = 0",
                        "public interface cadenza.api.Codec<D extends cadenza.api.document.Document>")
                .anyMatch(line -> line.startsWith("public interface cadenza.api.Effect permits "))
                .noneMatch(line -> line.contains("$1"));
    }

    @Test
    void a_folder_without_classes_has_none(@TempDir Path empty) throws Exception {
        assertThat(ApiSignatures.of(empty)).isEmpty();
    }
}
