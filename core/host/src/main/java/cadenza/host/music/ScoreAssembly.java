package cadenza.host.music;

import cadenza.api.UserException;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** Makes the score of a MIDI file; {@link MidiReader#read} tells how. For one thread. */
final class ScoreAssembly {
    private static final int CHANNELS = 16;

    private final Path file;
    private final MidiFileCheck.Header header;
    private final Track[] fileTracks;
    private final Findings findings = new Findings();

    /** @param fileTracks of a file that passed {@link MidiFileCheck}, which found the header */
    ScoreAssembly(Path file, MidiFileCheck.Header header, Track[] fileTracks) {
        this.file = file;
        this.header = header;
        this.fileTracks = fileTracks;
    }

    /** What was found on the way; complete when {@link #score} has returned. */
    Findings findings() {
        return findings;
    }

    /** @throws UserException if the file has no notes or lasts too long */
    Score score() {
        ConductorEvents conductor = new ConductorEvents(fileTracks, findings);
        TickScale scale = new TickScale(header.timebase(), conductor.fileTempos());
        List<TempoChange> tempos = conductor.tempos(scale);
        List<MeterChange> meters = conductor.meters(scale);
        long end = Stream.of(fileTracks)
                .mapToLong(track -> scale.applyAsLong(track.ticks()))
                .max()
                .orElse(0);
        refuseTooLong(tempos, end);
        List<cadenza.api.document.Track> tracks = tracks(scale);
        if (tracks.isEmpty()) {
            throw new UserException("'" + file + "' has no notes; give a MIDI file with at least one");
        }
        // A note of less than a tick is stretched to one, which may reach beyond the end.
        long lastNoteEnd = tracks.stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElse(0);
        return new Score(
                file.getFileName().toString(), tempos, meters, conductor.key(), tracks, Math.max(end, lastNoteEnd));
    }

    private void refuseTooLong(List<TempoChange> tempos, long end) {
        double minutes = Seconds.until(end, tempos) / 60;
        if (minutes > 60 * MidiReader.MAXIMUM_HOURS) {
            throw new UserException(String.format(
                    Locale.ROOT,
                    "'%s' lasts %.1f hours; a MIDI file may last up to %d",
                    file,
                    minutes / 60,
                    MidiReader.MAXIMUM_HOURS));
        }
    }

    private List<cadenza.api.document.Track> tracks(TickScale scale) {
        ChannelPrograms programs = new ChannelPrograms(fileTracks, scale);
        List<cadenza.api.document.Track> tracks = new ArrayList<>();
        for (int i = 0; i < fileTracks.length; i++) {
            String name = MetaEvents.of(fileTracks[i], MetaEvents.TRACK_NAME)
                    .map(event -> MetaEvents.text(event.data()))
                    .findFirst()
                    .orElse("");
            boolean empty = true;
            NotePairing[] channels = pairings(fileTracks[i], scale);
            for (int channel = 0; channel < CHANNELS; channel++) {
                List<Note> notes = channels[channel].notes();
                if (!notes.isEmpty()) {
                    empty = false;
                    int program = programs.of(i, channel, notes, findings);
                    tracks.add(new cadenza.api.document.Track(name, channel, program, notes));
                }
            }
            boolean conductor = i == 0 && header.type() == 1;
            findings.add(Finding.EMPTY_TRACK, empty && !conductor ? 1 : 0);
        }
        return tracks;
    }

    private NotePairing[] pairings(Track track, TickScale scale) {
        NotePairing[] channels = new NotePairing[CHANNELS];
        Arrays.setAll(channels, channel -> new NotePairing(scale, findings));
        for (int i = 0; i < track.size(); i++) {
            if (track.get(i).getMessage() instanceof ShortMessage message) {
                NotePairing channel = channels[message.getChannel()];
                long tick = track.get(i).getTick();
                // A note-on of velocity 0 is a note-off, so that running status can serve both.
                if (message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0) {
                    channel.on(tick, message.getData1(), message.getData2());
                } else if (message.getCommand() == ShortMessage.NOTE_ON
                        || message.getCommand() == ShortMessage.NOTE_OFF) {
                    channel.off(tick, message.getData1());
                }
            }
        }
        for (NotePairing channel : channels) {
            channel.endOfTrack(track.ticks());
        }
        return channels;
    }
}
