package cadenza.host.music;

import cadenza.api.UserException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Walks over the bytes of a MIDI file and refuses what is not whole or beyond the limits of {@link MidiReader},
 * allocating nothing. Needed because the JDK's reader returns damaged files as if they were whole (missing tracks, cut
 * tracks), and allocates whatever a file asks for.
 *
 * <p>Beyond the standard it asks that each track's end-of-track event is there, and is its last event.
 */
final class MidiFileCheck {
    private static final int HEADER_BYTES = 6;
    private static final int MARK_BYTES = 4;
    private static final int SYSTEM_EXCLUSIVE = 0xF0;
    private static final int ESCAPE = 0xF7;
    private static final int META = 0xFF;

    private static final Listener NOBODY = new Listener() {
        @Override
        public void track(int from, int until) {}

        @Override
        public void event(long tick, int status, int from, int body, int until) {}
    };

    private final Path file;
    private final byte[] bytes;
    private final Listener listener;
    private int position;
    private int events;

    MidiFileCheck(Path file, byte[] bytes) {
        this(file, bytes, NOBODY);
    }

    /** @param listener hears of what is found to be whole, while a later part of the file may still be refused */
    MidiFileCheck(Path file, byte[] bytes, Listener listener) {
        this.file = file;
        this.bytes = bytes;
        this.listener = listener;
    }

    /** Hears where in the bytes a file's tracks and events stand, in the order of the file. */
    interface Listener {
        /** A track's data, without mark and length, begins; its events follow. */
        void track(int from, int until);

        /**
         * An event of the track that began last.
         *
         * @param tick from the start of the track
         * @param status its status byte, whether it is written out or running
         * @param from where its delta time begins
         * @param body where its status byte stands, or its first data byte if the status is running
         * @param until the byte after its last
         */
        void event(long tick, int status, int from, int body, int until);
    }

    /**
     * What the header says.
     *
     * @param type 0 or 1
     * @param tracks as many as the file holds
     */
    record Header(int type, int tracks, Timebase timebase) {}

    /** @throws UserException if the file is not a whole type 0 or 1 file within the limits */
    Header check() {
        if (!markIs("MThd")) {
            throw new UserException("'" + file + "' is not a standard MIDI file: "
                    + (bytes.length == 0 ? "it is empty" : "it does not begin with MThd") + "; give a .mid file");
        }
        Header header = header();
        for (int track = 1; track <= header.tracks; track++) {
            skipOtherChunks(track, header.tracks);
            track("track " + track);
        }
        if (markIs("MTrk")) {
            throw damaged("it declares " + count(header.tracks) + " and holds more");
        }
        return header;
    }

    private Header header() {
        position += MARK_BYTES;
        int end = chunkEnd("the header");
        if (end - position < HEADER_BYTES) {
            throw damaged("the header has less than " + HEADER_BYTES + " bytes");
        }
        int type = number(2, end, "the header");
        int tracks = number(2, end, "the header");
        int division = number(2, end, "the header");
        position = end;
        if (type > 1) {
            throw new UserException("'" + file + "' is a MIDI file of type " + type
                    + (type == 2 ? ", which holds several pieces" : "") + "; give one of type 0 or 1");
        }
        if (tracks == 0 || (type == 0 && tracks > 1)) {
            throw damaged("it is of type " + type + " and declares " + count(tracks));
        }
        if (tracks > MidiReader.MAXIMUM_TRACKS) {
            throw tooLarge("it declares " + count(tracks), MidiReader.MAXIMUM_TRACKS + " tracks");
        }
        try {
            return new Header(type, tracks, Timebase.of(division));
        } catch (IllegalArgumentException e) {
            throw damaged(e.getMessage());
        }
    }

    private void skipOtherChunks(int track, int tracks) {
        while (!markIs("MTrk")) {
            if (position == bytes.length) {
                throw damaged("it declares " + count(tracks) + " and holds " + (track - 1));
            }
            position += MARK_BYTES;
            position = chunkEnd("a chunk");
        }
    }

    private void track(String name) {
        position += MARK_BYTES;
        int end = chunkEnd(name);
        listener.track(position, end);
        int runningStatus = 0; // 0 for none
        boolean ended = false;
        long tick = 0;
        while (position < end) {
            if (ended) {
                throw damaged(name + " goes on after its end-of-track event");
            }
            if (++events > MidiReader.MAXIMUM_EVENTS) {
                throw tooLarge("it has more events", MidiReader.MAXIMUM_EVENTS + " events");
            }
            int from = position;
            tick += variableLength(end, name);
            int body = position;
            int status = number(1, end, name);
            if (status < 0x80) {
                position--;
                status = runningStatus;
            }
            if (status >= 0x80 && status < SYSTEM_EXCLUSIVE) {
                runningStatus = status;
                dataBytes(status, end, name);
            } else {
                runningStatus = 0;
                ended = metaOrExclusive(status, end, name);
            }
            listener.event(tick, status, from, body, position);
        }
        if (!ended) {
            throw damaged(name + " has no end-of-track event");
        }
    }

    private void dataBytes(int status, int end, String name) {
        int kind = status & 0xF0;
        int count = kind == 0xC0 || kind == 0xD0 ? 1 : 2; // program change and channel pressure have one
        for (int i = 0; i < count; i++) {
            if (number(1, end, name) >= 0x80) {
                throw damaged("an event of " + name + " lacks a data byte (near byte " + (position - 1) + ")");
            }
        }
    }

    /** Returns whether it is the end of the track. */
    private boolean metaOrExclusive(int status, int end, String name) {
        if (status != META && status != SYSTEM_EXCLUSIVE && status != ESCAPE) {
            throw damaged("an event of " + name + " has no valid status byte (near byte " + (position - 1) + ")");
        }
        int type = status == META ? number(1, end, name) : -1;
        if (type >= 0x80) {
            throw damaged("a meta event of " + name + " has no valid type (near byte " + (position - 1) + ")");
        }
        int length = variableLength(end, name);
        if (length > end - position) {
            throw cutOff(name);
        }
        position += length;
        return type == MetaEvents.END_OF_TRACK;
    }

    /** Reads a chunk's length, and returns where the chunk ends. */
    private int chunkEnd(String name) {
        long end = Integer.toUnsignedLong(number(4, bytes.length, name)) + position;
        if (end > bytes.length) {
            throw cutOff(name);
        }
        return (int) end;
    }

    /** A variable-length quantity: seven bits a byte, at most four bytes. */
    private int variableLength(int end, String name) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int next = number(1, end, name);
            value = value << 7 | next & 0x7F;
            if (next < 0x80) {
                return value;
            }
        }
        throw damaged(name + " has a number of more than four bytes (near byte " + (position - 4) + ")");
    }

    /** A big-endian number of so many bytes. */
    private int number(int count, int end, String name) {
        if (count > end - position) {
            throw cutOff(name);
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[position++] & 0xFF;
        }
        return value;
    }

    private boolean markIs(String mark) {
        return bytes.length - position >= MARK_BYTES
                && new String(bytes, position, MARK_BYTES, StandardCharsets.ISO_8859_1).equals(mark);
    }

    private UserException cutOff(String name) {
        return damaged(name + " is cut off");
    }

    private UserException damaged(String fault) {
        return new UserException("'" + file + "' is a damaged MIDI file: " + fault + "; export it again");
    }

    private UserException tooLarge(String fault, String limit) {
        return new UserException(
                "'" + file + "' is too large a MIDI file: " + fault + "; up to " + limit + " are allowed");
    }

    private static String count(int tracks) {
        return tracks == 1 ? "1 track" : tracks + " tracks";
    }
}
