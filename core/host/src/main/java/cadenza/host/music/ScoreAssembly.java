package cadenza.host.music;

import cadenza.api.UserException;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.host.music.MetaEvents.MetaEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/** Makes the score of a MIDI file; {@link MidiReader#read} tells how. */
final class ScoreAssembly {
    private static final int CHANNELS = 16;
    private static final double DEFAULT_TEMPO = 120;
    private static final double MICROSECONDS_PER_MINUTE = 60_000_000;
    private static final int UNKNOWN = -1;

    private final Path file;
    private final Sequence sequence;

    /** @param sequence of a file that passed {@link MidiFileCheck} */
    ScoreAssembly(Path file, Sequence sequence) {
        this.file = file;
        this.sequence = sequence;
    }

    /** @throws UserException if the file has no notes or lasts too long */
    Score score() {
        List<TempoChange> tempos = changes(MetaEvents.TEMPO, ScoreAssembly::tempo, TempoChange::new, DEFAULT_TEMPO);
        List<MeterChange> meters =
                changes(MetaEvents.TIME_SIGNATURE, ScoreAssembly::meter, MeterChange::new, Meter.COMMON);
        long end = Stream.of(sequence.getTracks())
                .mapToLong(track -> scaled(track.ticks()))
                .max()
                .orElse(0);
        refuseTooLong(tempos, end);
        List<cadenza.api.document.Track> tracks = tracks();
        if (tracks.isEmpty()) {
            throw new UserException("'" + file + "' has no notes; give a MIDI file with at least one");
        }
        // A note of less than a tick is stretched to one, which may reach beyond the end.
        long lastNoteEnd = tracks.stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElse(0);
        return new Score(file.getFileName().toString(), tempos, meters, key(), tracks, Math.max(end, lastNoteEnd));
    }

    private long scaled(long tick) {
        int division = sequence.getResolution();
        return (2 * tick * Score.TICKS_PER_QUARTER + division) / (2 * division);
    }

    private Stream<MetaEvent> metaEvents(int type) {
        return Stream.of(sequence.getTracks()).flatMap(track -> MetaEvents.of(track, type));
    }

    private interface Change<V, C> {
        C at(long tick, V value);
    }

    /** What changes along the whole piece, one change a tick (the file's last), with a default from tick 0. */
    private <V, C> List<C> changes(int type, Function<byte[], Optional<V>> read, Change<V, C> change, V valueAtStart) {
        TreeMap<Long, V> values = new TreeMap<>();
        values.put(0L, valueAtStart);
        metaEvents(type).sorted(Comparator.comparingLong(MetaEvent::tick)).forEach(event -> read.apply(event.data())
                .ifPresent(value -> values.put(scaled(event.tick()), value)));
        return values.entrySet().stream()
                .map(entry -> change.at(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Optional<Double> tempo(byte[] data) {
        if (data.length < 3) {
            return Optional.empty();
        }
        int microseconds = (data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF;
        double exact = MICROSECONDS_PER_MINUTE / microseconds;
        return Optional.of(Math.min(Math.max(roundest(exact, microseconds), TempoChange.SLOWEST), TempoChange.FASTEST));
    }

    /** A file has whole microseconds a quarter, so that 97 a minute becomes 97.00003: this finds the 97 again. */
    private static double roundest(double exact, int microseconds) {
        for (double scale = 1; scale <= 1000; scale *= 10) {
            double rounded = Math.rint(exact * scale) / scale;
            if (Math.round(MICROSECONDS_PER_MINUTE / rounded) == microseconds) {
                return rounded;
            }
        }
        return exact;
    }

    private static Optional<Meter> meter(byte[] data) {
        boolean valid = data.length >= 2 && data[0] >= 1 && data[0] <= 64 && data[1] >= 0 && data[1] <= 6;
        return valid ? Optional.of(new Meter(data[0], 1 << data[1])) : Optional.empty();
    }

    private Optional<KeySignature> key() {
        return metaEvents(MetaEvents.KEY_SIGNATURE)
                .sorted(Comparator.comparingLong(MetaEvent::tick))
                .map(MetaEvent::data)
                .filter(data -> data.length >= 2 && Math.abs(data[0]) <= 7 && (data[1] == 0 || data[1] == 1))
                .map(data -> new KeySignature(data[0], data[1] == 1))
                .findFirst();
    }

    private void refuseTooLong(List<TempoChange> tempos, long end) {
        double minutes = 0;
        for (int i = 0; i < tempos.size(); i++) {
            long until = i + 1 < tempos.size() ? tempos.get(i + 1).tick() : end;
            double quarters = (double) (until - tempos.get(i).tick()) / Score.TICKS_PER_QUARTER;
            minutes += quarters / tempos.get(i).beatsPerMinute();
        }
        if (minutes > 60 * MidiReader.MAXIMUM_HOURS) {
            throw new UserException(String.format(
                    Locale.ROOT,
                    "'%s' lasts %.1f hours; a MIDI file may last up to %d",
                    file,
                    minutes / 60,
                    MidiReader.MAXIMUM_HOURS));
        }
    }

    private List<cadenza.api.document.Track> tracks() {
        Track[] fileTracks = sequence.getTracks();
        int[][] programs = Stream.of(fileTracks).map(ScoreAssembly::programs).toArray(int[][]::new);
        List<cadenza.api.document.Track> tracks = new ArrayList<>();
        for (int i = 0; i < fileTracks.length; i++) {
            String name = MetaEvents.of(fileTracks[i], MetaEvents.TRACK_NAME)
                    .map(event -> MetaEvents.text(event.data()))
                    .findFirst()
                    .orElse("");
            NotePairing[] channels = pairings(fileTracks[i]);
            for (int channel = 0; channel < CHANNELS; channel++) {
                List<Note> notes = channels[channel].notes();
                if (!notes.isEmpty()) {
                    int program = program(programs, i, channel);
                    tracks.add(new cadenza.api.document.Track(name, channel, program, notes));
                }
            }
        }
        return tracks;
    }

    private NotePairing[] pairings(Track track) {
        NotePairing[] channels = new NotePairing[CHANNELS];
        Arrays.setAll(channels, channel -> new NotePairing(this::scaled));
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

    /** The first program of each channel in a file track. */
    private static int[] programs(Track track) {
        int[] programs = new int[CHANNELS];
        Arrays.fill(programs, UNKNOWN);
        for (int i = 0; i < track.size(); i++) {
            if (track.get(i).getMessage() instanceof ShortMessage message
                    && message.getCommand() == ShortMessage.PROGRAM_CHANGE
                    && programs[message.getChannel()] == UNKNOWN) {
                programs[message.getChannel()] = message.getData1();
            }
        }
        return programs;
    }

    /** Looks in the file track itself before the others: some files set up all channels in their first track. */
    private static int program(int[][] programs, int fileTrack, int channel) {
        return Stream.concat(Stream.of(programs[fileTrack]), Stream.of(programs))
                .map(ofTrack -> ofTrack[channel])
                .filter(program -> program != UNKNOWN)
                .findFirst()
                .orElse(0);
    }
}
