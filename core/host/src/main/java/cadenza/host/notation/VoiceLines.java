package cadenza.host.notation;

import cadenza.api.document.Note;
import cadenza.host.notation.Notation.Head;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Splits the notes of a part into voices in which one chord follows another. Notes of one onset and one length make a
 * chord; chords that overlap go to different voices, the higher first. Where that takes more than four voices, all notes
 * go into one, cut wherever another begins or ends, and tied.
 */
final class VoiceLines {
    private static final int MOST = 4; // as many as a staff has in notation programs

    private VoiceLines() {}

    /** What sounds together. @param start in ticks @param end in ticks @param heads from the lowest */
    record Chord(long start, long end, List<Head> heads) {}

    /** @return at least one voice, each in the order of time */
    static List<List<Chord>> of(List<Note> notes) {
        List<List<Chord>> voices = new ArrayList<>();
        voices.add(new ArrayList<>());
        for (Chord chord : chords(notes)) {
            List<Chord> free = voices.stream()
                    .filter(voice ->
                            voice.isEmpty() || voice.get(voice.size() - 1).end() <= chord.start())
                    .findFirst()
                    .orElse(null);
            if (free == null) {
                if (voices.size() == MOST) {
                    return List.of(cut(notes));
                }
                free = new ArrayList<>();
                voices.add(free);
            }
            free.add(chord);
        }
        return voices;
    }

    private record Span(long start, long end) {}

    private static List<Chord> chords(List<Note> notes) {
        TreeMap<Span, List<Note>> bySpan =
                new TreeMap<>(Comparator.comparingLong(Span::start).thenComparingLong(Span::end));
        for (Note note : notes) {
            bySpan.computeIfAbsent(new Span(note.tick(), note.end()), span -> new ArrayList<>())
                    .add(note);
        }
        List<Chord> chords = new ArrayList<>();
        bySpan.forEach((span, together) -> chords.add(new Chord(
                span.start,
                span.end,
                together.stream()
                        .sorted(Comparator.comparingInt(Note::pitch))
                        .map(note -> new Head(note.pitch(), note.velocity(), false, false))
                        .toList())));
        chords.sort(Comparator.comparingLong(Chord::start)
                .thenComparing(chord -> -chord.heads.get(chord.heads.size() - 1).pitch()));
        return chords;
    }

    private static List<Chord> cut(List<Note> notes) {
        TreeSet<Long> cuts = new TreeSet<>();
        TreeMap<Long, List<Note>> starting = new TreeMap<>();
        for (Note note : notes) {
            cuts.add(note.tick());
            cuts.add(note.end());
            starting.computeIfAbsent(note.tick(), tick -> new ArrayList<>()).add(note);
        }
        List<Chord> chords = new ArrayList<>();
        List<Note> sounding = new ArrayList<>();
        for (long from : cuts) {
            sounding.removeIf(note -> note.end() <= from);
            sounding.addAll(starting.getOrDefault(from, List.of()));
            if (!sounding.isEmpty()) {
                long until = cuts.higher(from);
                chords.add(new Chord(
                        from,
                        until,
                        sounding.stream()
                                .sorted(Comparator.comparingInt(Note::pitch))
                                .map(note ->
                                        new Head(note.pitch(), note.velocity(), note.tick() < from, note.end() > until))
                                .toList()));
            }
        }
        return chords;
    }
}
