package cadenza.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small programs of the shell, in place of peers. */
final class Script {
    private Script() {}

    /** Makes a program. @param lines without the first, which names the shell */
    static String in(Path folder, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("script"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }
}
