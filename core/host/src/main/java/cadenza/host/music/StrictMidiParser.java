package cadenza.host.music;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the bytes of a MIDI file to the letter of the standard, for {@link MidiContract}. It repairs nothing and passes
 * over nothing, unlike {@link MidiReader}, which reads what strangers wrote; and it shares no code with it, so that a
 * fault of the reader does not hide one of the writer.
 */
final class StrictMidiParser {
    private static final int HEADER_BYTES = 6;
    private static final int META = 0xFF;

    private final ByteBuffer bytes;

    private StrictMidiParser(byte[] file) {
        bytes = ByteBuffer.wrap(file);
    }

    /**
     * What a file holds.
     *
     * @param type 0 to 65,535, as in the header
     * @param division as in the header
     * @param tracks the events of each track in the order of the file, with the end-of-track event
     */
    record Content(int type, int division, List<List<FileEvent>> tracks) {}

    /** @throws IllegalArgumentException that says what is not as the standard has it */
    static Content parse(byte[] file) {
        try {
            return new StrictMidiParser(file).content();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the file is cut off", e);
        }
    }

    private Content content() {
        expect("MThd");
        if (bytes.getInt() != HEADER_BYTES) {
            throw new IllegalArgumentException("the header has not " + HEADER_BYTES + " bytes");
        }
        int type = Short.toUnsignedInt(bytes.getShort());
        int declared = Short.toUnsignedInt(bytes.getShort());
        int division = Short.toUnsignedInt(bytes.getShort());
        List<List<FileEvent>> tracks = new ArrayList<>();
        while (bytes.hasRemaining()) {
            tracks.add(track("track " + (tracks.size() + 1)));
        }
        if (tracks.size() != declared) {
            throw new IllegalArgumentException(
                    "the header declares " + declared + " tracks, there are " + tracks.size());
        }
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("there is no track");
        }
        return new Content(type, division, tracks);
    }

    private void expect(String mark) {
        byte[] found = new byte[mark.length()];
        bytes.get(found);
        if (!mark.equals(new String(found, StandardCharsets.ISO_8859_1))) {
            throw new IllegalArgumentException(mark + " is missing at byte " + (bytes.position() - found.length));
        }
    }

    private List<FileEvent> track(String name) {
        expect("MTrk");
        long end = Integer.toUnsignedLong(bytes.getInt()) + bytes.position();
        List<FileEvent> events = new ArrayList<>();
        long tick = 0;
        int status = 0;
        while (bytes.position() < end) {
            tick += variableLength();
            int next = Byte.toUnsignedInt(bytes.get(bytes.position()));
            if (next >= 0x80) {
                status = next;
                bytes.get();
            }
            events.add(status == META ? meta(tick) : message(tick, status, name));
            status = status == META ? 0 : status; // a meta event ends a running status
        }
        if (bytes.position() > end) {
            throw new IllegalArgumentException("an event of " + name + " reaches beyond the track's length");
        }
        return events;
    }

    private FileEvent meta(long tick) {
        int type = bytes.get();
        byte[] data = new byte[(int) Math.min(variableLength(), bytes.remaining() + 1L)];
        bytes.get(data);
        return FileEvent.meta(tick, type, data);
    }

    private FileEvent message(long tick, int status, String name) {
        if (status < 0x80 || status >= 0xF0) {
            throw new IllegalArgumentException(
                    name + " has an event of status " + status + " before byte " + bytes.position());
        }
        int command = status & 0xF0;
        byte[] data = new byte[command == FileEvent.PROGRAM_CHANGE || command == 0xD0 ? 1 : 2];
        bytes.get(data);
        for (byte value : data) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " has a data byte above 127 before byte " + bytes.position());
            }
        }
        return new FileEvent(tick, status, data);
    }

    private long variableLength() {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            int next = bytes.get();
            value = value << 7 | next & 0x7F;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has more than four bytes before byte " + bytes.position());
    }
}
