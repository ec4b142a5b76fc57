package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.music.PianoRoll;
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
 * @param columns how wide a drawing may be, {@value PianoRoll#LEAST_COLUMNS} to {@value PianoRoll#MOST_COLUMNS}
 */
record Terminal(
        PrintStream out, PrintStream err, boolean outInteractive, boolean errInteractive, boolean ascii, int columns) {
    /** Where nobody tells, and where {@code out} is no terminal: a file should not depend on a window. */
    private static final int USUAL_COLUMNS = 100;

    /** A terminal of the usual width. */
    Terminal(PrintStream out, PrintStream err, boolean outInteractive, boolean errInteractive, boolean ascii) {
        this(out, err, outInteractive, errInteractive, ascii, USUAL_COLUMNS);
    }

    /** The process's own streams, in UTF-8. */
    static Terminal ofProcess() {
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Boolean.getBoolean("cadenza.terminal.out"),
                Boolean.getBoolean("cadenza.terminal.err"),
                !speaksUnicode(),
                columns(System.getProperty("cadenza.terminal.columns", "")));
    }

    /** The width that a launcher found, as text; the usual where it found none. */
    static int columns(String found) {
        if (!found.matches("[1-9][0-9]{0,4}")) {
            return USUAL_COLUMNS;
        }
        return Math.min(Math.max(Integer.parseInt(found), PianoRoll.LEAST_COLUMNS), PianoRoll.MOST_COLUMNS);
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
}
