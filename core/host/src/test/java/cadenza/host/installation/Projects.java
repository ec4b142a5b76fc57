package cadenza.host.installation;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Projects of plugins as a build leaves them. */
final class Projects {
    private Projects() {}

    /** A project whose classes are those of a jar. @return the project */
    static Path compiled(Path project, Path jar) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.walk(inside.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = project.resolve("target/classes")
                        .resolve(file.toString().substring(1));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return project;
    }

    /** A jar with one class. @param members of the class */
    static void library(Path jar, String name, String members) throws IOException {
        int dot = name.lastIndexOf('.');
        String simple = name.substring(dot + 1);
        Path work = Files.createTempDirectory(jar.getParent(), "library");
        Path source = Files.writeString(
                work.resolve(simple + ".java"),
                "package " + name.substring(0, dot) + "; public class " + simple + " { " + members + " }");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "--release", "17", "-d", work.toString(), source.toString());
        if (result != 0) {
            throw new IllegalStateException("the library does not compile");
        }
        String entry = name.replace('.', '/') + ".class";
        new HandmadeZip().with(entry, Files.readAllBytes(work.resolve(entry))).writeTo(jar);
    }
}
