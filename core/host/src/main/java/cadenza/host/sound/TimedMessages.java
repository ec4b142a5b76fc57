package cadenza.host.sound;

import cadenza.api.document.Score;
import cadenza.host.music.MidiWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

/**
 * The channel messages of the MIDI file that {@link MidiWriter} writes of a score, by the clock.
 *
 * @param messages in the order of time
 * @param length of the score in microseconds
 */
record TimedMessages(List<TimedMessage> messages, long length) {
    private static final int TEMPO = 0x51;
    private static final double MICROSECONDS_PER_QUARTER = 500_000; // where no tempo is set

    /** @param microseconds from the start */
    record TimedMessage(MidiMessage message, long microseconds) {}

    static TimedMessages of(Score score) {
        List<MidiEvent> events = new ArrayList<>();
        for (Track track : sequence(score).getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                events.add(track.get(i));
            }
        }
        events.sort(Comparator.comparingLong(MidiEvent::getTick)); // stable: tempos before what they time
        List<TimedMessage> messages = new ArrayList<>();
        double now = 0;
        double quarter = MICROSECONDS_PER_QUARTER;
        long tick = 0;
        for (MidiEvent event : events) {
            now += (event.getTick() - tick) * quarter / Score.TICKS_PER_QUARTER;
            tick = event.getTick();
            if (!(event.getMessage() instanceof MetaMessage meta)) {
                messages.add(new TimedMessage(event.getMessage(), (long) now));
            } else if (meta.getType() == TEMPO) {
                byte[] data = meta.getData();
                quarter = (data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF;
            }
        }
        return new TimedMessages(messages, (long) now);
    }

    private static Sequence sequence(Score score) {
        try {
            return MidiSystem.getSequence(new ByteArrayInputStream(new MidiWriter().write(score, Optional.empty())));
        } catch (InvalidMidiDataException | IOException e) {
            throw new IllegalStateException("the JDK does not take the MIDI file that was written for it", e);
        }
    }
}
