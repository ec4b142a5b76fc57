package cadenza.host.storage;

import cadenza.api.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Writes files that are whole or not there, as {@link FileDraft} does, and says beforehand what cannot be written.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Replaces a file. @throws UserException if it cannot be written; then what was there still is */
    public static void write(Path target, byte[] content) {
        try (FileDraft draft = new FileDraft(target)) {
            draft.write(content, 0, content.length);
            draft.commit();
        }
    }

    /** Whether a file could be placed there, before anything is made for it. @throws UserException if not */
    public static void check(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        String fault = null;
        if (folder == null || Files.isDirectory(target)) {
            fault = "it is a folder; give a file name";
        } else if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A device would be replaced by a file, not written to.
            fault = "it is no regular file; give a file name";
        } else if (!Files.exists(folder)) {
            fault = "the folder '" + folder.getFileName() + "' does not exist; make it first";
        } else if (!Files.isDirectory(folder)) {
            fault = "'" + folder.getFileName() + "' is no folder; choose another place";
        } else if (!Files.isWritable(folder)) {
            fault = "permission denied; choose another place";
        }
        if (fault != null) {
            throw new UserException("'" + target + "' cannot be written: " + fault);
        }
    }

    /** What went wrong with a file, in a few words without its path. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
