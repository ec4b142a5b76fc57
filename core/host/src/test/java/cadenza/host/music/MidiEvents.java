package cadenza.host.music;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** The events of a MIDI file as the JDK reads them, a line each, in the order of the file. */
final class MidiEvents {
    private MidiEvents() {}

    /** All events of each track, the end of the track too. */
    static List<List<String>> all(byte[] file) throws Exception {
        return events(file, true);
    }

    /** Those of each track that are neither a note's nor the end of the track. */
    static List<List<String>> others(byte[] file) throws Exception {
        return events(file, false);
    }

    private static List<List<String>> events(byte[] file, boolean all) throws Exception {
        List<List<String>> tracks = new ArrayList<>();
        for (Track track :
                MidiSystem.getSequence(new ByteArrayInputStream(file)).getTracks()) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < track.size(); i++) {
                MidiEvent event = track.get(i);
                if (all || (!isNote(event.getMessage()) && i < track.size() - 1)) {
                    lines.add(event.getTick() + " "
                            + HexFormat.ofDelimiter(" ")
                                    .formatHex(
                                            event.getMessage().getMessage(),
                                            0,
                                            event.getMessage().getLength()));
                }
            }
            tracks.add(lines);
        }
        return tracks;
    }

    private static boolean isNote(MidiMessage message) {
        int command = message.getStatus() & 0xF0;
        return message instanceof ShortMessage && (command == ShortMessage.NOTE_ON || command == ShortMessage.NOTE_OFF);
    }
}
