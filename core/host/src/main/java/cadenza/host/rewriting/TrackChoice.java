package cadenza.host.rewriting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A track of the piece that may be taken. @param index in the score @param polyphony 1 for a single line */
record TrackChoice(int index, GridNotes notes, int polyphony) {
    /** Highest first by mean pitch. */
    static final Comparator<TrackChoice> HIGHEST_FIRST = Comparator.comparingDouble(
                    (TrackChoice track) -> track.notes.meanPitch())
            .reversed();

    boolean singleLine() {
        return polyphony == 1;
    }

    /** For how many steps it sounds; of chords each note counts. */
    private long sounding() {
        return notes.notes().stream().mapToLong(note -> note.to() - note.from()).sum();
    }

    private double outOfRange(List<Voice> voices) {
        Voice highest = voices.get(0);
        Voice lowest = voices.get(voices.size() - 1);
        return notes.notes().stream()
                        .filter(note -> note.pitch() > highest.highest() || note.pitch() < lowest.lowest())
                        .count()
                / (double) notes.notes().size();
    }

    /**
     * As many as there are voices: single lines before chords, then those of which at least half is in range, then those
     * that sound longest.
     */
    static List<TrackChoice> best(List<TrackChoice> tracks, List<Voice> voices) {
        return tracks.stream()
                .sorted(Comparator.comparing((TrackChoice track) -> !track.singleLine())
                        .thenComparing(track -> track.outOfRange(voices) > 0.5)
                        .thenComparing(
                                Comparator.comparingLong(TrackChoice::sounding).reversed())
                        .thenComparingInt(TrackChoice::index))
                .limit(voices.size())
                .toList();
    }

    /**
     * Which voices the tracks get, so that the most of their notes are in range, the higher voices where that is the same.
     *
     * @param tracks highest first; each gets as many as its polyphony, together no more than there are
     * @return for each track the indices of its voices, ascending
     */
    static List<List<Integer>> voices(List<TrackChoice> tracks, List<Voice> voices) {
        List<Integer> widths = tracks.stream().map(TrackChoice::polyphony).toList();
        int all = widths.stream().mapToInt(Integer::intValue).sum();
        List<List<Integer>> best = List.of();
        long least = Long.MAX_VALUE;
        for (int chosen = 0; chosen < 1 << voices.size(); chosen++) {
            if (Integer.bitCount(chosen) == all) {
                List<List<Integer>> dealt = dealt(chosen, widths, voices.size());
                long cost = 0;
                for (int i = 0; i < tracks.size(); i++) {
                    cost += distance(tracks.get(i), dealt.get(i), voices);
                }
                if (cost < least) {
                    least = cost;
                    best = dealt;
                }
            }
        }
        return best;
    }

    private static List<List<Integer>> dealt(int chosen, List<Integer> widths, int voices) {
        List<Integer> ascending = IntStream.range(0, voices)
                .filter(voice -> (chosen >> voice & 1) == 1)
                .boxed()
                .toList();
        List<List<Integer>> dealt = new ArrayList<>();
        int from = 0;
        for (int width : widths) {
            dealt.add(ascending.subList(from, from + width));
            from += width;
        }
        return dealt;
    }

    private static long distance(TrackChoice track, List<Integer> own, List<Voice> voices) {
        Voice highest = voices.get(own.get(0));
        Voice lowest = voices.get(own.get(own.size() - 1));
        return track.notes.notes().stream()
                .mapToLong(
                        note -> Math.max(0, Math.max(note.pitch() - highest.highest(), lowest.lowest() - note.pitch())))
                .sum();
    }

    /** Such as {@code tracks 1, 2 and 5}. */
    static String names(List<TrackChoice> tracks) {
        return numbers(tracks.stream().map(TrackChoice::index).toList());
    }

    /** The same of indices from 0; people count from 1. */
    static String numbers(List<Integer> indices) {
        List<String> numbers = indices.stream()
                .sorted()
                .map(index -> String.valueOf(index + 1))
                .toList();
        int last = numbers.size() - 1;
        return last == 0
                ? "track " + numbers.get(0)
                : "tracks " + numbers.stream().limit(last).collect(Collectors.joining(", ")) + " and "
                        + numbers.get(last);
    }
}
