package cadenza.cli;

import cadenza.api.UserException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results to {@code out}, all else to {@code err}.
 *
 * @param outInteractive whether a person watches {@code out}
 * @param errInteractive whether a person watches {@code err}, so that a line may be written over
 * @param ascii whether the terminal can show no more than ASCII
 */
record Terminal(PrintStream out, PrintStream err, boolean outInteractive, boolean errInteractive, boolean ascii) {
    private static final int COLUMNS = 100;

    /** The process's own streams, in UTF-8. */
    static Terminal ofProcess() {
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Boolean.getBoolean("cadenza.terminal.out"),
                Boolean.getBoolean("cadenza.terminal.err"),
                !speaksUnicode());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    private static boolean speaksUnicode() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "US-ASCII"));
        return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.UTF_8);
    }

    /**
     * Flushes {@code out}.
     *
     * @throws UserException if what was written could not be: a print stream keeps that to itself
     */
    void checkOut() {
        if (out.checkError()) {
            throw new UserException(
                    "stdout cannot be written: its reader is gone, or the disk is full; use --out FILE");
        }
    }

    /** How wide a drawing may be. */
    int columns() {
        return COLUMNS;
    }
}
