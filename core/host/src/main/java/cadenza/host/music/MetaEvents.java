package cadenza.host.music;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.Track;

/** The meta events of a MIDI file that Cadenza reads and writes. */
final class MetaEvents {
    static final int TEXT = 0x01;
    static final int TRACK_NAME = 0x03;
    static final int INSTRUMENT_NAME = 0x04;
    static final int CHANNEL_PREFIX = 0x20;
    static final int END_OF_TRACK = 0x2F;
    static final int TEMPO = 0x51;
    static final int TIME_SIGNATURE = 0x58;
    static final int KEY_SIGNATURE = 0x59;

    private MetaEvents() {}

    /**
     * A meta event.
     *
     * @param tick in the file's own resolution
     * @param data what follows the length
     */
    record MetaEvent(long tick, byte[] data) {}

    /** The meta events of a type, in the order of the track. */
    static Stream<MetaEvent> of(Track track, int type) {
        return IntStream.range(0, track.size())
                .mapToObj(track::get)
                .filter(event -> event.getMessage() instanceof MetaMessage meta && meta.getType() == type)
                .map(event -> new MetaEvent(event.getTick(), ((MetaMessage) event.getMessage()).getData()));
    }

    /** Reads text. The standard names no charset: new files hold UTF-8, old ones mostly Latin-1. */
    static String text(byte[] data) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(data, StandardCharsets.ISO_8859_1);
        }
    }
}
