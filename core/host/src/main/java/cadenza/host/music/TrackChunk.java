package cadenza.host.music;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A track chunk of a standard MIDI file, built event by event in the order of time. Without running status. */
final class TrackChunk {
    /** The largest number of four bytes of seven bits, as times and lengths are written. */
    static final int LARGEST_NUMBER = 0x0FFFFFFF;

    private static final int META = 0xFF;

    private final ByteArrayOutputStream events = new ByteArrayOutputStream();
    private long now;

    /** Appends a channel message: its status byte and one or two data bytes of 0 to 127. */
    void message(long tick, int status, int... data) {
        advance(tick);
        events.write(status);
        for (int value : data) {
            events.write(value);
        }
    }

    /** Appends a meta event. */
    void meta(long tick, int type, byte[] data) {
        advance(tick);
        events.write(META);
        events.write(type);
        number(data.length);
        events.writeBytes(data);
    }

    /** Ends the track at a tick, and appends the chunk to a file. */
    void writeTo(DataOutputStream file, long end) throws IOException {
        meta(end, MetaEvents.END_OF_TRACK, new byte[0]);
        file.writeBytes("MTrk");
        file.writeInt(events.size());
        events.writeTo(file);
    }

    private void advance(long tick) {
        number(tick - now);
        now = tick;
    }

    private void number(long value) {
        if (value < 0 || value > LARGEST_NUMBER) {
            throw new IllegalArgumentException(
                    value + " is not in 0.." + LARGEST_NUMBER + ", the times and lengths of a MIDI file");
        }
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >> shift != 0) {
                events.write((int) (value >> shift) & 0x7F | 0x80);
            }
        }
        events.write((int) value & 0x7F);
    }
}
