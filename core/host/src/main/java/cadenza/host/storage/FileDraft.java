package cadenza.host.storage;

import cadenza.api.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that is being written, under a temporary name beside its target. {@link #commit} forces it to the disk and
 * moves it over the target; closed without that, it is gone. A reader sees the old content or the new one, never a part.
 */
public final class FileDraft extends OutputStream {
    private final Path target;
    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final Thread atExit = new Thread(this::discard, "file draft");
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /** One that is gone if the process is interrupted. @throws UserException if nothing can be written there */
    public FileDraft(Path target) {
        this(target, true);
    }

    private FileDraft(Path target, boolean goneAtExit) {
        AtomicFile.check(target);
        this.target = target;
        try {
            // Through a symbolic link: the file it names is replaced, not the link.
            file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            // Not createTempFile: what it makes is for the owner's eyes alone, and stays so after the move.
            String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
            temporary = file.resolveSibling("." + file.getFileName() + "." + random + ".part");
            channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw fault(e);
        }
        if (goneAtExit) {
            discardAtExit();
        }
    }

    /**
     * One that an interrupt leaves alone: whoever writes it keeps the process from ending until it is committed or closed.
     *
     * @throws UserException if nothing can be written there
     */
    public static FileDraft keptWhenInterrupted(Path target) {
        return new FileDraft(target, false);
    }

    /** For an interrupted process, which closes nothing. */
    private void discardAtExit() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process ends already: an interrupted training keeps its best from within its end, and closes this.
        }
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** @throws UserException if it cannot be written */
    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (!buffer.hasRemaining()) {
                drain();
            }
            int part = Math.min(left, buffer.remaining());
            buffer.put(bytes, from, part);
            from += part;
            left -= part;
        }
    }

    private void drain() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw fault(e);
        }
        buffer.clear();
    }

    /** The file is whole: it takes its name. @throws UserException if it cannot; then what was there still is */
    public void commit() {
        drain();
        try {
            channel.force(true);
            channel.close();
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** Takes the draft away unless it was committed. */
    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook finds nothing to do.
        }
    }

    private void discard() {
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private UserException fault(IOException e) {
        return new UserException(
                "'" + target + "' cannot be written: " + AtomicFile.reason(e) + "; choose another place", e);
    }
}
