package cadenza.host.storage;

import cadenza.api.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes files that are whole or not there: to a temporary name beside the target, forced to the disk, then moved over
 * it. A reader sees the old content or the new one, never a part.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Replaces a file. @throws UserException if it cannot be written; then what was there still is */
    public static void write(Path target, byte[] content) {
        check(target);
        try {
            // Through a symbolic link: the file it names is replaced, not the link.
            Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            Path folder = file.getParent();
            // Not createTempFile: what it makes is for the owner's eyes alone, and stays so after the move.
            String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
            Path temporary = folder.resolve("." + file.getFileName() + "." + random + ".part");
            try {
                force(temporary, content);
                move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UserException("'" + target + "' cannot be written: " + reason(e) + "; choose another place", e);
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

    private static void force(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
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
