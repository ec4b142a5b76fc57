package cadenza.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Maven that runs this build, for projects of plugins: a folder to be put first on the path, with {@code mvn} and
 * {@code cadenza}. Its local repository is its own, so that nothing of ours gets among a user's artifacts, and is filled
 * from the one that this build has filled, so that nothing is fetched.
 */
final class MavenForPlugins {
    /** A build, a training and the contract, one after the other, where other processes run too. */
    private static final long MOST_SECONDS = 600;

    private final Path commands;

    /** @param folder holds the commands */
    MavenForPlugins(Path folder) throws IOException {
        Path filled = Path.of(System.getProperty("maven.repo.local", System.getProperty("cadenza.maven.repository")));
        Path own = CadenzaProcess.builtDistribution().resolveSibling("plugin-maven");
        Files.createDirectories(own);
        Path settings = Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><mirrors><mirror><id>filled</id><mirrorOf>central</mirrorOf><url>" + filled.toUri()
                        + "</url></mirror></mirrors></settings>\n");
        forgetOurs(own.resolve("cadenza"));
        commands = Files.createDirectory(folder.resolve("commands"));
        script(
                "mvn",
                "exec '" + System.getProperty("cadenza.maven.home") + "/bin/mvn' -B -ntp -q -s '" + settings
                        + "' '-Dmaven.repo.local=" + own + "' \"$@\"");
        script("cadenza", "exec '" + CadenzaProcess.builtDistribution().resolve("bin/cadenza") + "' \"$@\"");
    }

    /** What an earlier build left would hide what this one made, under the same version. */
    private static void forgetOurs(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void script(String name, String line) throws IOException {
        Path file = Files.writeString(commands.resolve(name), "#!/bin/sh\n" + line + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("'" + file + "' cannot be made executable");
        }
    }

    /** Runs lines of a shell, up to the first that fails, in the process's working folder. */
    CadenzaProcess.Result run(CadenzaProcess cadenza, String lines) throws IOException, InterruptedException {
        return cadenza.within(MOST_SECONDS)
                .with("PATH", commands + File.pathSeparator + System.getenv("PATH"))
                .runCommand(List.of("sh", "-e", "-c", lines));
    }
}
