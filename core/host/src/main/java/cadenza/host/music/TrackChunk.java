package cadenza.host.music;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** A track chunk of a standard MIDI file. Without running status. */
final class TrackChunk {
    /** The largest number of four bytes of seven bits, as times and lengths are written. */
    static final int LARGEST_NUMBER = 0x0FFFFFFF;

    private static final int META = 0xFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now;

    /** @param events in the order of time @param end the tick at which the track ends */
    TrackChunk(List<FileEvent> events, long end) {
        events.forEach(this::append);
        append(FileEvent.meta(end, MetaEvents.END_OF_TRACK));
    }

    private void append(FileEvent event) {
        number(bytes, event.tick() - now);
        now = event.tick();
        if (event.isMeta()) {
            bytes.write(META);
            bytes.write(event.metaType());
            number(bytes, event.data().length);
        } else {
            bytes.write(event.status());
        }
        bytes.writeBytes(event.data());
    }

    /** Appends the chunk to a file. */
    void writeTo(DataOutputStream file) throws IOException {
        file.writeBytes("MTrk");
        file.writeInt(bytes.size());
        bytes.writeTo(file);
    }

    /** Appends a variable-length quantity, as times and lengths are written. */
    static void number(ByteArrayOutputStream bytes, long value) {
        if (value < 0 || value > LARGEST_NUMBER) {
            throw new IllegalArgumentException(
                    value + " is not in 0.." + LARGEST_NUMBER + ", the times and lengths of a MIDI file");
        }
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >> shift != 0) {
                bytes.write((int) (value >> shift) & 0x7F | 0x80);
            }
        }
        bytes.write((int) value & 0x7F);
    }
}
