package cadenza.host.music;

import cadenza.api.document.KeySignature;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares a score with the MIDI file that was made of it, event by event. */
final class ScoreComparison {
    private static final double MICROSECONDS_PER_MINUTE = 60_000_000;

    private final Score score;
    private final StrictMidiParser.Content content;
    private final List<String> differences = new ArrayList<>();

    /** Where a channel strikes a pitch. */
    private record Strike(int channel, int pitch, long tick) {}

    /** @param content of a file without violations */
    ScoreComparison(Score score, StrictMidiParser.Content content) {
        this.score = score;
        this.content = content;
    }

    /** A line for each difference, the most general first. */
    List<String> differences() {
        List<FileEvent> conductor = content.tracks().get(0);
        expect("end", score.end(), conductor.get(conductor.size() - 1).tick());
        expect("sequence name", List.of(score.title()), texts(conductor, MetaEvents.TRACK_NAME));
        expect("tempos", tempos(), changes(conductor, MetaEvents.TEMPO, MidiContract::microseconds));
        expect("meters", meters(), changes(conductor, MetaEvents.TIME_SIGNATURE, MidiContract::meter));
        score.key().ifPresent(key -> expect("key", List.of(key), keys(conductor)));
        compareTracks();
        compareNotes();
        return differences;
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            differences.add(what + ": the score has " + expected + ", the file " + found);
        }
    }

    private static List<String> texts(List<FileEvent> events, int type) {
        return events.stream()
                .filter(event -> event.isMeta(type))
                .map(event -> new String(event.data(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<KeySignature> keys(List<FileEvent> events) {
        return events.stream()
                .filter(event -> event.isMeta(MetaEvents.KEY_SIGNATURE))
                .map(event -> new KeySignature(event.data()[0], event.value(1) == 1))
                .toList();
    }

    private static <V> Map<Long, V> changes(List<FileEvent> events, int type, Function<FileEvent, V> value) {
        Map<Long, V> changes = new TreeMap<>();
        events.stream()
                .filter(event -> event.isMeta(type))
                .forEach(event -> changes.put(event.tick(), value.apply(event)));
        return changes;
    }

    private Map<Long, Object> tempos() {
        Map<Long, Object> tempos = new TreeMap<>();
        for (TempoChange tempo : score.tempos()) {
            if (tempo.tick() <= score.end()) {
                tempos.put(tempo.tick(), (int) Math.round(MICROSECONDS_PER_MINUTE / tempo.beatsPerMinute()));
            }
        }
        return tempos;
    }

    private Map<Long, Object> meters() {
        Map<Long, Object> meters = new TreeMap<>();
        for (MeterChange meter : score.meters()) {
            if (meter.tick() <= score.end()) {
                meters.put(meter.tick(), meter.meter());
            }
        }
        return meters;
    }

    private void compareTracks() {
        boolean oneTrack = content.type() == 0;
        List<String> names = oneTrack
                ? texts(content.tracks().get(0), MetaEvents.INSTRUMENT_NAME)
                : content.tracks().stream()
                        .skip(1)
                        .flatMap(track -> texts(track, MetaEvents.TRACK_NAME).stream())
                        .toList();
        List<String> expected = new ArrayList<>();
        for (Track track : score.tracks()) {
            expected.add(track.name().isBlank() ? "Track " + (expected.size() + 1) : track.name());
        }
        expect("track names", expected, names);
        Map<Integer, Integer> programs = new TreeMap<>();
        score.tracks().forEach(track -> programs.put(track.channel(), track.program()));
        Map<Integer, Integer> found = new TreeMap<>();
        content.tracks().stream()
                .flatMap(List::stream)
                .filter(event -> !event.isMeta() && event.command() == FileEvent.PROGRAM_CHANGE)
                .forEach(event -> found.put(event.channel(), event.value(0)));
        expect("programs by channel", programs, found);
    }

    /** Each note of the file is one of the score, and each of the score is heard, unless another took its place. */
    private void compareNotes() {
        Map<Strike, List<Note>> expected = new LinkedHashMap<>();
        for (Track track : score.tracks()) {
            for (Note note : track.notes()) {
                Strike strike = new Strike(track.channel(), note.pitch(), note.tick());
                expected.computeIfAbsent(strike, key -> new ArrayList<>()).add(note);
            }
        }
        List<NoteSpans.Span> spans = new ArrayList<>(new NoteSpans(content.tracks()).spans());
        spans.sort(Comparator.comparingLong(NoteSpans.Span::tick).reversed());
        Map<Strike, Long> nextStrike = new HashMap<>(); // by channel and pitch alone: its tick is 0
        Set<Strike> heard = new HashSet<>();
        for (NoteSpans.Span span : spans) {
            Strike strike = new Strike(span.channel(), span.pitch(), span.tick());
            heard.add(strike);
            long next = nextStrike.getOrDefault(new Strike(span.channel(), span.pitch(), 0), Long.MAX_VALUE);
            nextStrike.put(new Strike(span.channel(), span.pitch(), 0), span.tick());
            if (expected.getOrDefault(strike, List.of()).stream().noneMatch(note -> sounds(note, span, next))) {
                differences.add("the score has no note such as " + span + " of the file");
            }
        }
        for (Strike strike : expected.keySet()) {
            boolean replaced = heard.contains(new Strike(strike.channel, strike.pitch, strike.tick + 1));
            if (!heard.contains(strike) && !replaced) {
                differences.add("the file has no note such as " + strike + " of the score");
            }
        }
    }

    /** With its velocity, until its end or until the pitch is struck again (or a tick before: another track's). */
    private static boolean sounds(Note note, NoteSpans.Span span, long next) {
        boolean cut = note.end() >= next && (span.end() == next || span.end() == next - 1);
        return note.velocity() == span.velocity() && (note.end() == span.end() && note.end() <= next || cut);
    }
}
