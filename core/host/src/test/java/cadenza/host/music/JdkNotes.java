package cadenza.host.music;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;

/** The notes of a MIDI file as the JDK reads them, with what is wrong with them. Knows none of our own classes. */
final class JdkNotes {
    private JdkNotes() {}

    /** A line for each note or fault, in a fixed order. */
    static List<String> of(byte[] file) throws Exception {
        Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(file));
        List<MidiEvent> events = Stream.of(sequence.getTracks())
                .flatMap(track -> IntStream.range(0, track.size()).mapToObj(track::get))
                .filter(event -> event.getMessage() instanceof ShortMessage)
                .sorted(Comparator.comparingLong(MidiEvent::getTick))
                .toList();
        MidiEvent[] sounding = new MidiEvent[16 * 128];
        List<String> lines = new ArrayList<>();
        for (MidiEvent event : events) {
            ShortMessage message = (ShortMessage) event.getMessage();
            int key = message.getChannel() * 128 + message.getData1();
            if (message.getCommand() == ShortMessage.NOTE_ON) {
                if (sounding[key] != null || message.getData2() == 0) {
                    lines.add("fault: struck again, or without velocity, at " + event.getTick());
                }
                sounding[key] = event;
            } else if (message.getCommand() == ShortMessage.NOTE_OFF) {
                lines.add(note(sounding[key], event, message));
                sounding[key] = null;
            }
        }
        if (Stream.of(sounding).anyMatch(note -> note != null)) {
            lines.add("fault: a note is never closed");
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    private static String note(MidiEvent on, MidiEvent off, ShortMessage message) {
        if (on == null || on.getTick() >= off.getTick()) {
            return "fault: closed without length at " + off.getTick();
        }
        return on.getTick() + ".." + off.getTick() + " channel " + (message.getChannel() + 1) + " pitch "
                + message.getData1() + " velocity " + ((ShortMessage) on.getMessage()).getData2();
    }
}
