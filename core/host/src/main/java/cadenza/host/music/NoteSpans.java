package cadenza.host.music;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The notes of a MIDI file as a player hears them: the tracks merged, at one tick in the order of the file, the channels
 * apart.
 */
final class NoteSpans {
    private final List<Span> spans = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    /**
     * A note that was closed.
     *
     * @param end the tick of its note-off
     */
    record Span(int channel, int pitch, int velocity, long tick, long end) {}

    NoteSpans(List<List<FileEvent>> tracks) {
        List<FileEvent> merged = new ArrayList<>();
        tracks.forEach(merged::addAll);
        merged.sort(Comparator.comparingLong(FileEvent::tick)); // stable
        FileEvent[][] sounding = new FileEvent[16][128];
        for (FileEvent event : merged) {
            if (event.isMeta()) {
                continue;
            }
            boolean on = event.command() == FileEvent.NOTE_ON;
            if (on || event.command() == FileEvent.NOTE_OFF) {
                FileEvent earlier = sounding[event.channel()][event.value(0)];
                sounding[event.channel()][event.value(0)] = on ? event : null;
                pair(event, on, earlier);
            }
        }
        for (FileEvent[] ofChannel : sounding) {
            for (FileEvent note : ofChannel) {
                if (note != null) {
                    violations.add(name(note) + " is never closed");
                }
            }
        }
    }

    private void pair(FileEvent event, boolean on, FileEvent earlier) {
        if (on && event.value(1) == 0) {
            violations.add(name(event) + " has velocity 0");
        }
        if (on && earlier != null) {
            violations.add(name(event) + " is struck while it sounds since tick " + earlier.tick());
        }
        if (!on && earlier == null) {
            violations.add(name(event) + " is closed, but does not sound");
        }
        if (!on && earlier != null) {
            if (event.tick() == earlier.tick()) {
                violations.add(name(event) + " has no length");
            }
            spans.add(new Span(event.channel(), event.value(0), earlier.value(1), earlier.tick(), event.tick()));
        }
    }

    private static String name(FileEvent event) {
        return "pitch " + event.value(0) + " of channel " + (event.channel() + 1) + " at tick " + event.tick();
    }

    /** The closed notes, in the order of their ends. */
    List<Span> spans() {
        return spans;
    }

    /** A line for each note that is not struck and closed as it should be. */
    List<String> violations() {
        return violations;
    }
}
