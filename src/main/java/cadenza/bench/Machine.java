package cadenza.bench;

import cadenza.api.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a figure was measured on.
 *
 * @param processor as Linux names it, the architecture elsewhere
 * @param cores as the virtual machine sees them
 * @param system name and version of the operating system
 * @param java version and vendor
 */
record Machine(String processor, int cores, String system, String java) {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    static Machine here() {
        return new Machine(
                modelName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
    }

    private static String modelName() {
        try (Stream<String> lines = Files.lines(CPUINFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    Settings toSettings() {
        return Settings.empty()
                .with("processor", processor)
                .with("cores", cores)
                .with("system", system)
                .with("java", java);
    }
}
