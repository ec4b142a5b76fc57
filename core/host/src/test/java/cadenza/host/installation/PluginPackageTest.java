package cadenza.host.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import cadenza.host.plugins.PluginJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginPackageTest {
    @TempDir
    Path folder;

    private Path project(String name) throws IOException {
        return Projects.compiled(
                folder.resolve(name), PluginJars.good("tiny-text").writeTo(folder.resolve("built/" + name + ".jar")));
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        Path one = project("one");
        Path two = project("two");
        Files.setLastModifiedTime(
                two.resolve("target/classes/tiny/Tiny.class"), FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));

        Path jar = new PluginPackage(one).write();

        assertThat(jar).isEqualTo(one.resolve("target/tiny-text-1.2.3.jar"));
        assertThat(jar).hasSameBinaryContentAs(new PluginPackage(two).write());
        assertThat(jar).hasSameBinaryContentAs(new PluginPackage(one).write());
    }

    @Test
    void theManifestOfAJarComesFirst() throws IOException {
        try (JarInputStream jar = new JarInputStream(Files.newInputStream(new PluginPackage(project("one")).write()))) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Plugin-Id"))
                    .isEqualTo("tiny-text");
        }
    }

    @Test
    void whatIsNotCompiledIsRefused() {
        assertThatThrownBy(() -> new PluginPackage(folder).write())
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("'" + folder + "' has no ")
                .hasMessageEndingWith("compile the plugin: mvn -f " + folder + " compile");
    }
}
