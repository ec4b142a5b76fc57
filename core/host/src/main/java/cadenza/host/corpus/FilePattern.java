package cadenza.host.corpus;

import cadenza.api.UserException;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A path with wildcards, for shells that leave them as they are: {@code *}, {@code ?}, {@code [...]}, <code>{a,b}</code>,
 * and {@code **} across folders, as {@link FileSystem#getPathMatcher} has them. As in a shell, hidden files are matched
 * only where the pattern names the dot.
 *
 * @param folder where to search
 * @param pattern of paths as seen from there
 */
record FilePattern(Path folder, Path pattern) {
    private static final String ACROSS_FOLDERS = "**";

    /** The pattern that a path is, if it has wildcards. */
    static Optional<FilePattern> of(Path path) {
        for (int i = 0; i < path.getNameCount(); i++) {
            if (path.getName(i).toString().matches(".*[*?\\[{].*")) {
                Path root = path.getRoot() == null ? path.getFileSystem().getPath("") : path.getRoot();
                Path folder = i == 0 ? root : root.resolve(path.subpath(0, i));
                return Optional.of(new FilePattern(folder, path.subpath(i, path.getNameCount())));
            }
        }
        return Optional.empty();
    }

    /**
     * What is there and matches, in order: files, and without {@code **} folders too.
     *
     * @throws UserException if the pattern is none, or a folder cannot be read
     */
    List<Path> matches() {
        boolean deep = pattern.toString().contains(ACROSS_FOLDERS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        PathMatcher matcher = matcher();
        try (Stream<Path> walk = Files.walk(folder, deep ? Integer.MAX_VALUE : pattern.getNameCount())) {
            return walk.filter(path -> deep ? Files.isRegularFile(path) : !path.equals(folder))
                    .filter(path -> matches(matcher, folder.relativize(path)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserException("'" + folder + "' cannot be read: " + AtomicFile.reason(e), e);
        } catch (UncheckedIOException e) {
            throw new UserException("'" + folder + "' cannot be read: " + AtomicFile.reason(e.getCause()), e);
        }
    }

    private PathMatcher matcher() {
        StringBuilder glob = new StringBuilder();
        int last = pattern.getNameCount() - 1;
        for (int i = 0; i < last; i++) {
            String name = pattern.getName(i).toString();
            // As in a shell, "across folders" may be across none. With slashes on Windows too, where a backslash in a
            // glob would escape what follows it.
            glob.append(name.equals(ACROSS_FOLDERS) ? "{**/,}" : name + "/");
        }
        glob.append(pattern.getName(last));
        try {
            return pattern.getFileSystem().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new UserException(
                    "'" + folder.resolve(pattern) + "' does not exist, and is no pattern either: " + e.getDescription(),
                    e);
        }
    }

    private boolean matches(PathMatcher matcher, Path path) {
        return matcher.matches(path) && (namesHidden(pattern) || !namesHidden(path));
    }

    private static boolean namesHidden(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
