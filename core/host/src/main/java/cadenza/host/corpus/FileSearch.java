package cadenza.host.corpus;

import cadenza.api.UserException;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files of a medium: those that are named, whatever their endings, those that a pattern matches, and in folders,
 * and the folders in them, those with the medium's endings in the order of their paths, but for hidden ones. Immutable.
 *
 * @param endings lower case, with the dot
 * @param wanted what to give instead, for messages
 */
record FileSearch(List<String> endings, String wanted) {
    /** Hidden files last: their names say the least. */
    private static final Comparator<Path> BY_INTEREST =
            Comparator.comparing(FileSearch::isHidden).thenComparing(Comparator.naturalOrder());

    /**
     * A file to read.
     *
     * @param folder the one that was given, or in which a pattern was sought, if the file was found in it and not named
     *     itself
     */
    record Found(Path file, Optional<Path> folder) {}

    /**
     * What was found.
     *
     * @param files to read, in the order given
     * @param others files of folders that are not of the medium, seen from those folders
     */
    record Result(List<Found> files, List<Path> others) {}

    /** @throws UserException if a path does not exist and, as a pattern, matches no file, or a folder cannot be read */
    Result search(List<Path> paths) {
        List<Found> files = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path path : paths) {
            if (Files.exists(path)) {
                search(path, Optional.empty(), files, others);
            } else {
                FilePattern pattern = pattern(path);
                List<Path> matches = pattern.matches();
                if (matches.isEmpty()) {
                    throw new UserException("no file matches '" + path + "'; give " + wanted);
                }
                matches.forEach(match -> search(match, Optional.of(pattern.folder()), files, others));
            }
        }
        others.sort(BY_INTEREST);
        return new Result(files, others);
    }

    private FilePattern pattern(Path path) {
        return FilePattern.of(path)
                .orElseThrow(() -> new UserException("'" + path + "' does not exist; give " + wanted));
    }

    private void search(Path path, Optional<Path> folder, List<Found> files, List<Path> others) {
        if (Files.isDirectory(path)) {
            searchFolder(path, files, others);
        } else {
            files.add(new Found(path, folder));
        }
    }

    private void searchFolder(Path folder, List<Found> files, List<Path> others) {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile).sorted().forEach(file -> {
                // What hides is no page of the writer's: macOS keeps a binary ._page.txt beside page.txt.
                if (hasEnding(file) && !isHidden(folder.relativize(file))) {
                    files.add(new Found(file, Optional.of(folder)));
                } else {
                    others.add(folder.relativize(file));
                }
            });
        } catch (IOException e) {
            throw new UserException("'" + folder + "' cannot be read: " + AtomicFile.reason(e), e);
        } catch (UncheckedIOException e) {
            throw new UserException("'" + folder + "' cannot be read: " + AtomicFile.reason(e.getCause()), e);
        }
    }

    private boolean hasEnding(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    private static boolean isHidden(Path file) {
        return Stream.iterate(file, path -> path != null, Path::getParent)
                .anyMatch(path -> path.getFileName().toString().startsWith("."));
    }
}
