package cadenza.host.music;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a track's data and events stand in the bytes of a MIDI file.
 *
 * @param from the first byte after the chunk's length
 * @param until the byte after its last
 * @param events in the order of the file, the last of them the end of the track
 */
record TrackSpan(int from, int until, List<EventSpan> events) {
    /**
     * Where an event stands.
     *
     * @param tick of the file, from the start of the track
     * @param status its status byte, 0x80 to 0xFF, whether it is written out or running
     * @param from where its delta time begins
     * @param body where its status byte stands, or its first data byte if the status is running
     * @param until the byte after its last
     */
    record EventSpan(long tick, int status, int from, int body, int until) {
        private static final int SYSTEM = 0xF0;
        private static final int META = 0xFF;

        boolean ofChannel() {
            return status < SYSTEM;
        }

        boolean isMeta(byte[] bytes, int type) {
            return status == META && bytes[body + 1] == type;
        }

        boolean isNote() {
            int command = status & 0xF0;
            return command == FileEvent.NOTE_ON || command == FileEvent.NOTE_OFF;
        }

        int channel() {
            return status & 0x0F;
        }

        /** The first data byte of a channel message, a note's pitch. */
        int first(byte[] bytes) {
            return bytes[running(bytes) ? body : body + 1];
        }

        /** The second data byte of a channel message, a note's velocity. */
        int second(byte[] bytes) {
            return bytes[running(bytes) ? body + 1 : body + 2];
        }

        /** Whether the status byte is not written out. */
        boolean running(byte[] bytes) {
            return bytes[body] >= 0;
        }
    }

    /** Collects the tracks while the file is checked. */
    static final class Collector implements MidiFileCheck.Listener {
        private final List<TrackSpan> tracks = new ArrayList<>();

        @Override
        public void track(int from, int until) {
            tracks.add(new TrackSpan(from, until, new ArrayList<>()));
        }

        @Override
        public void event(long tick, int status, int from, int body, int until) {
            tracks.get(tracks.size() - 1).events.add(new EventSpan(tick, status, from, body, until));
        }

        List<TrackSpan> tracks() {
            return tracks;
        }
    }

    /** The tick at which the track ends. */
    long end() {
        return events.get(events.size() - 1).tick();
    }
}
