package cadenza.host.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.host.plugins.PluginJars;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginIndexTest {
    private static final URI PLACE = URI.create("https://plugins.example/music/index.json");
    private static final String HASH = "0123456789abcdef".repeat(8);

    @TempDir
    Path folder;

    private static PluginIndex read(String json) throws IOException {
        return PluginIndex.read(json.getBytes(StandardCharsets.UTF_8), PLACE);
    }

    private static String release(String version, String requires, String url, String hash) {
        return ("{\"version\": \"%s\", \"date\": \"Jan 1, 2026\", \"requires\": \"%s\", \"url\": \"%s\","
                        + " \"sha512sum\": \"%s\"}")
                .formatted(version, requires, url, hash);
    }

    private static String index(String id, String... releases) {
        return "[{\"id\": \"%s\", \"name\": null, \"provider\": {\"any\": [1]}, \"projectUrl\": \"\", \"releases\": [%s]}]"
                .formatted(id, String.join(", ", releases));
    }

    @Test
    void theNewestReleaseThatFitsIsTaken() throws IOException {
        PluginIndex index = read(index(
                "reels",
                release("1.9.0", ">=0.1.0", "reels-1.9.0.jar", HASH),
                release("1.10.0", "", "../old/reels.jar", HASH.toUpperCase()),
                release("2.0.0", ">=3.0.0", "https://elsewhere.example/reels.jar", HASH)));

        assertThat(index.newest("reels", "0.1.0"))
                .isEqualTo(new PluginRelease(
                        "reels", "1.10.0", "*", URI.create("https://plugins.example/old/reels.jar"), HASH));
        assertThat(index.newest("reels", "3.1.0").url()).hasToString("https://elsewhere.example/reels.jar");
    }

    @Test
    void whereNoneFitsTheNewestSaysWhy() throws IOException {
        PluginIndex index = read(index("reels", release("2.0.0", ">=3.0.0", "reels.jar", HASH)));
        assertThatThrownBy(() -> index.newest("reels", "0.1.0"))
                .isInstanceOf(UserException.class)
                .hasMessage("no release of plugin 'reels' fits; the newest is 2.0.0: it requires the API >=3.0.0, and"
                        + " this Cadenza has 0.1.0; update Cadenza");
        assertThatThrownBy(() -> index.newest("reel", "0.1.0"))
                .hasMessage("plugin 'reel' is not in the index; it has reels");
    }

    @Test
    void whatIsNoIndexIsToldWhy() {
        assertThatThrownBy(() -> read("{}")).hasMessage("it is no list of plugins");
        assertThatThrownBy(() -> read("[1]")).hasMessage("an element of its list is no plugin");
        assertThatThrownBy(() -> read("[{\"id\": \"a\"")).hasMessageStartingWith("it is no JSON: ");
        assertThatThrownBy(() -> read("[{\"releases\": []}]")).hasMessage("a plugin in it has no id");
        assertThatThrownBy(() -> read(index("a", release("1.0.0", "", "a.jar", "abc"))))
                .hasMessage("release '1.0.0' of 'a' has no sha512sum of 128 hexadecimal digits");
        assertThatThrownBy(() -> read(index("a", release("new", "", "a.jar", HASH))))
                .hasMessage("release 'new' of 'a' has no semantic version such as 1.0.0");
        assertThatThrownBy(() -> read(index("a", release("1.0.0", "", "a b.jar", HASH))))
                .hasMessage("release '1.0.0' of 'a' has the url 'a b.jar', which is none");
    }

    @Test
    void aPluginIsInstalledFromAnIndexInAFile() throws IOException {
        Path jar = PluginJars.good("reels").writeTo(folder.resolve("index/files/reels.jar"));
        assertThat(install(index("reels", release("1.2.3", ">=0.1.0", "files/reels.jar", Sha512.of(jar))))
                        .version())
                .isEqualTo("1.2.3");
        assertThat(folder.resolve("plugins/reels-1.2.3.jar")).hasSameBinaryContentAs(jar);
    }

    @Test
    void anotherFileThanTheOneThatWasPublishedIsNotInstalled() throws IOException {
        // Not even its list of entries is read.
        Files.createDirectories(folder.resolve("index"));
        Files.writeString(folder.resolve("index/reels.jar"), "no archive");
        assertThatThrownBy(() -> install(index("reels", release("1.2.3", "", "reels.jar", HASH))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("its SHA-512 hash is ")
                .hasMessageEndingWith("the index says " + HASH + "; it is not the file that was published");
        assertThat(folder.resolve("plugins")).doesNotExist();
    }

    @Test
    void anotherPluginThanTheIndexSaysIsNotInstalled() throws IOException {
        Path jar = PluginJars.good("jigs").writeTo(folder.resolve("index/reels.jar"));
        assertThatThrownBy(() -> install(index("reels", release("1.0.0", "", "reels.jar", Sha512.of(jar)))))
                .hasMessageEndingWith("it is jigs 1.2.3, and the index says reels 1.0.0");
    }

    @ParameterizedTest
    @CsvSource({"http://plugins.example/index.json", "ftp://plugins.example/index.json", "jar:file:/x.jar!/index.json"})
    void onlyFilesAndHttpsAreRead(URI address) {
        assertThatThrownBy(() ->
                        new PluginInstaller(folder.resolve("plugins"), Optional.empty()).install("reels", address))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + address + "' is refused: only https: addresses and files are read");
    }

    @Test
    void anArchiveAtAnHttpAddressIsRefusedToo() {
        assertThatThrownBy(
                        () -> install(index("reels", release("1.0.0", "", "http://plugins.example/reels.jar", HASH))))
                .hasMessage("'http://plugins.example/reels.jar' is refused: only https: addresses and files are read");
    }

    private InstalledPlugin install(String json) throws IOException {
        Path file = folder.resolve("index/index.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        return new PluginInstaller(folder.resolve("plugins"), Optional.empty()).install("reels", file.toUri());
    }
}
