package cadenza.host.music;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Standard MIDI files put together from bytes in hexadecimal, independent of {@link MidiWriter}. */
final class HandmadeFile {
    static final String END_OF_TRACK = "00 FF 2F 00";

    private HandmadeFile() {}

    /** A whole file; to each track is added an end-of-track event without delay. */
    static byte[] of(int type, int division, String... tracks) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header(type, tracks.length, division));
        for (String track : tracks) {
            file.writeBytes(chunk("MTrk", track + END_OF_TRACK));
        }
        return file.toByteArray();
    }

    static byte[] header(int type, int tracks, int division) {
        return ByteBuffer.allocate(14)
                .put(new byte[] {'M', 'T', 'h', 'd'})
                .putInt(6)
                .putShort((short) type)
                .putShort((short) tracks)
                .putShort((short) division)
                .array();
    }

    static byte[] chunk(String mark, String hexadecimal) {
        byte[] data = bytes(hexadecimal);
        ByteBuffer chunk = ByteBuffer.allocate(8 + data.length);
        for (char letter : mark.toCharArray()) {
            chunk.put((byte) letter);
        }
        return chunk.putInt(data.length).put(data).array();
    }

    static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.replaceAll("\\s", ""));
    }

    /** A delta time: seven bits a byte, in hexadecimal, with a blank after. */
    static String number(int value) {
        String last = String.format("%02X ", value & 0x7F);
        for (int rest = value >> 7; rest > 0; rest >>= 7) {
            last = String.format("%02X ", rest & 0x7F | 0x80) + last;
        }
        return last;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
