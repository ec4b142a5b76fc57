package cadenza.host.music;

import cadenza.host.music.TrackSpan.EventSpan;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Changes of the events of one file track, and the track's data with them. For one thread. */
final class TrackChanges {
    private static final int SEQUENCE_NUMBER = 0x00;
    private static final int COPYRIGHT = 0x02;
    private static final int RELEASE_VELOCITY = 64;
    private static final int SYSTEM = 0xF0;

    private final TrackSpan track;
    private final byte[] bytes;
    private final BitSet takenOut = new BitSet();
    private final List<FileEvent> added = new ArrayList<>();
    private byte[] text = {}; // with its delta time of 0; empty for none
    private int textAt; // index of the event that it stands before

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private long now;
    private int running; // 0 for none

    TrackChanges(TrackSpan track, byte[] bytes) {
        this.track = track;
        this.bytes = bytes;
    }

    /** Takes out an event, by its index in the track. */
    void takeOut(int event) {
        takenOut.set(event);
    }

    /** Leaves an event that was taken out. */
    void leave(int event) {
        takenOut.clear(event);
    }

    /** Whether an event was taken out; not if there is none, which is -1. */
    boolean takenOut(int event) {
        return event >= 0 && takenOut.get(event);
    }

    /** Takes out the note-offs of a pitch from an event on and before a tick, but for some. */
    void takeOutOffs(int channel, int pitch, int begin, long until, BitSet exceptions) {
        List<EventSpan> events = track.events();
        for (int i = begin; i < events.size() && events.get(i).tick() < until; i++) {
            EventSpan event = events.get(i);
            boolean ofPitch = event.isNote() && event.channel() == channel && event.first(bytes) == pitch;
            if (ofPitch && isOff(event) && !exceptions.get(i)) {
                takenOut.set(i);
            }
        }
    }

    /** The index of the first event after a tick; the number of events if there is none. */
    int firstAfter(long tick) {
        int low = 0;
        int high = track.events().size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (track.events().get(middle).tick() <= tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isOff(EventSpan event) {
        return (event.status() & 0xF0) == FileEvent.NOTE_OFF || event.second(bytes) == 0;
    }

    void noteOn(long tick, int channel, int pitch, int velocity) {
        added.add(FileEvent.message(tick, FileEvent.NOTE_ON, channel, pitch, velocity));
    }

    void noteOff(long tick, int channel, int pitch) {
        added.add(FileEvent.message(tick, FileEvent.NOTE_OFF, channel, pitch, RELEASE_VELOCITY));
    }

    /** Moves a note-off, which keeps its release velocity. */
    void move(int off, long tick) {
        EventSpan event = track.events().get(off);
        takenOut.set(off);
        int velocity = (event.status() & 0xF0) == FileEvent.NOTE_OFF ? event.second(bytes) : RELEASE_VELOCITY;
        added.add(FileEvent.message(tick, FileEvent.NOTE_OFF, event.channel(), event.first(bytes), velocity));
    }

    /**
     * Puts a text event at tick 0, in the place of one with the same prefix; else behind the name, the number and the
     * copyright, which have to come first.
     */
    void startText(MidiEdit.StartText start) {
        List<EventSpan> events = track.events();
        int first = 0;
        while (isHead(events.get(first))) {
            first++;
        }
        textAt = first;
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).tick() == 0 && beginsWith(events.get(i), start.prefix())) {
                textAt = i;
            }
        }
        if (beginsWith(events.get(textAt), start.prefix()) && events.get(textAt).tick() == 0) {
            takenOut.set(textAt);
        }
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        byte[] written = (start.prefix() + start.text()).getBytes(StandardCharsets.UTF_8);
        event.write(0);
        event.write(0xFF);
        event.write(MetaEvents.TEXT);
        TrackChunk.number(event, written.length);
        event.writeBytes(written);
        text = event.toByteArray();
    }

    private boolean isHead(EventSpan event) {
        return event.tick() == 0
                && (event.isMeta(bytes, SEQUENCE_NUMBER)
                        || event.isMeta(bytes, COPYRIGHT)
                        || event.isMeta(bytes, MetaEvents.TRACK_NAME));
    }

    private boolean beginsWith(EventSpan event, String prefix) {
        if (!event.isMeta(bytes, MetaEvents.TEXT)) {
            return false;
        }
        int length = event.body() + 2;
        while (bytes[length] < 0) {
            length++;
        }
        byte[] content = Arrays.copyOfRange(bytes, length + 1, event.until());
        return MetaEvents.text(content).startsWith(prefix);
    }

    /** The tick at which the track ends. */
    long end() {
        return added.stream().mapToLong(FileEvent::tick).reduce(track.end(), Math::max);
    }

    /** The data of the track chunk. */
    byte[] data() {
        added.sort(Comparator.comparingLong(FileEvent::tick)
                .thenComparingInt(FileEvent::rank)
                .thenComparingInt(event -> event.value(0)));
        List<EventSpan> events = track.events();
        int next = 0;
        for (int i = 0; i < events.size(); i++) {
            EventSpan event = events.get(i);
            boolean last = i == events.size() - 1;
            if (i == textAt && text.length > 0) {
                data.writeBytes(text); // all events before it are at tick 0
                running = 0;
            }
            while (next < added.size() && (last || comesBefore(added.get(next), event))) {
                write(added.get(next++));
            }
            if (!takenOut.get(i)) {
                copy(event, last ? Math.max(now, event.tick()) : event.tick());
            }
        }
        return data.toByteArray();
    }

    private static boolean comesBefore(FileEvent event, EventSpan other) {
        return event.tick() < other.tick() || (event.tick() == other.tick() && event.command() == FileEvent.NOTE_OFF);
    }

    private void write(FileEvent event) {
        TrackChunk.number(data, event.tick() - now);
        now = event.tick();
        running = event.status();
        data.write(event.status());
        data.writeBytes(event.data());
    }

    private void copy(EventSpan event, long tick) {
        long delta = tick - now;
        if (delta == written(event)) {
            data.write(bytes, event.from(), event.body() - event.from()); // also where it is longer than it need be
        } else {
            TrackChunk.number(data, delta);
        }
        now = tick;
        if (event.running(bytes) && running != event.status()) {
            data.write(event.status());
        }
        data.write(bytes, event.body(), event.until() - event.body());
        running = event.status() < SYSTEM ? event.status() : 0;
    }

    /** The delta time as it is written. */
    private long written(EventSpan event) {
        long value = 0;
        for (int i = event.from(); i < event.body(); i++) {
            value = value << 7 | bytes[i] & 0x7F;
        }
        return value;
    }
}
