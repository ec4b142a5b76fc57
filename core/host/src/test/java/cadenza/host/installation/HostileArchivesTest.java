package cadenza.host.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cadenza.api.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that want to do harm are refused with one line, and leave nothing. */
class HostileArchivesTest {
    private static final int MEGABYTE = 1_000_000;
    private static final int LINK = 0xa1ff;

    @TempDir
    Path folder;

    static Stream<Arguments> archives() {
        HandmadeZip many = evil();
        for (int i = 0; i < 10_000; i++) {
            many.with("classes/" + i, "");
        }
        byte[] noise = new byte[3 * MEGABYTE];
        new Random(1).nextBytes(noise);
        byte[] whole = evil().with("classes/a.txt", "a text").bytes();
        return Stream.of(
                arguments(
                        evil().with("../outside.txt", "x"), "the name '../outside.txt' in it leads out of its folder"),
                arguments(
                        evil().with("classes/../../evil-1.0.0-sibling/x", "x"),
                        "the name 'classes/../../evil-1.0.0-sibling/x' in it leads out of its folder"),
                arguments(evil().with("/tmp/absolute.txt", "x"), "the name '/tmp/absolute.txt' in it is absolute"),
                arguments(evil().with("C:/absolute.txt", "x"), "the name 'C:/absolute.txt' in it is absolute"),
                arguments(
                        evil().with("classes\\..\\x", "x"),
                        "the name 'classes\\..\\x' in it has a backslash; zips use '/'"),
                arguments(
                        evil().with("classes/a.txt\0.class", "x"),
                        "the name 'classes/a.txt?.class' in it has a NUL or another control character"),
                arguments(
                        evil().with("classes/link", "/etc".getBytes(), 4, LINK).with("classes/link/x", "x"),
                        "'classes/link' in it is a symbolic link or a device; only files are allowed"),
                arguments(evil().with("classes/a", "1").with("classes/a", "2"), "it has 'classes/a' twice"),
                arguments(
                        evil().with("classes/Name", "1").with("classes/nAME", "2"),
                        "it has 'classes/Name' and 'classes/nAME', which are one file on some systems"),
                arguments(many, "it has 10001 entries; 10000 are allowed"),
                arguments(
                        evil().with("classes/zeros", new byte[2 * MEGABYTE]),
                        "it unpacks to more than 100 times its size"),
                arguments(
                        evil().with("classes/zeros", new byte[2 * MEGABYTE], 10, 0x81a4),
                        "it unpacks to more than 100 times its size"),
                arguments(
                        evil().with("classes/noise", noise).with("classes/zeros", new byte[200 * MEGABYTE]),
                        "it unpacks to more than 200 MB"),
                arguments(Arrays.copyOf(whole, whole.length / 2), "it is cut off, or no zip"),
                arguments(Arrays.copyOf(whole, whole.length - 1), "it is cut off, or no zip"),
                arguments(new byte[0], "it is cut off, or no zip"),
                arguments(damaged(whole), "its list of entries is not where it says; it is damaged, or a zip64"),
                arguments(evil().with("classes/a", "1".getBytes(), 7, 0x81a4), "'classes/a' in it is damaged"),
                arguments(evil().with("classes//a", "1"), "the name 'classes//a' in it is not plain"));
    }

    private static HandmadeZip evil() {
        return HandmadeZip.plugin("evil");
    }

    /** With other bytes before it, as a program that unpacks itself has. */
    private static byte[] damaged(byte[] whole) {
        byte[] longer = new byte[whole.length + 5];
        System.arraycopy(whole, 0, longer, 5, whole.length);
        return longer;
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("archives")
    void isRefusedAndLeavesNothing(Object archive, String reason) throws IOException {
        Path file = folder.resolve("evil.zip");
        Files.write(file, archive instanceof HandmadeZip zip ? zip.bytes() : (byte[]) archive);
        Path plugins = folder.resolve("home/plugins");

        assertThatThrownBy(() -> new PluginInstaller(plugins, Optional.empty()).install(file))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + file + "' cannot be installed: " + reason);

        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(file);
        }
        assertThat(plugins).doesNotExist();
    }

    @Test
    void whatIsNoPluginIsRefused() {
        Path file = new HandmadeZip().with("readme.txt", "hello").writeTo(folder.resolve("no.zip"));
        assertThatThrownBy(() -> new PluginInstaller(folder.resolve("plugins"), Optional.empty()).install(file))
                .hasMessageEndingWith(
                        "it has no META-INF/MANIFEST.MF and no classes/META-INF/MANIFEST.MF, so it is no plugin");
        Path climbing = HandmadeZip.plugin("../evil").writeTo(folder.resolve("climbing.zip"));
        assertThatThrownBy(() -> new PluginInstaller(folder.resolve("plugins"), Optional.empty()).install(climbing))
                .hasMessageContaining("its Plugin-Id '../evil' cannot be used;");
    }
}
