package cadenza.host.rewriting;

import java.util.ArrayList;
import java.util.List;

/**
 * Deals chords to voices from the outside in: of notes that begin together the highest goes to the highest voice that is
 * free, the lowest to the lowest, those between to the voices where they cross none, are in range, and are near to what
 * the voice had before. A note stays in its voice. For one thread, once.
 */
final class ChordVoices {
    private static final int CROSSING = 1000;
    private static final int NOT_OUTSIDE = 24; // two octaves of leaps, or half an octave out of range
    private static final int OUT_OF_RANGE = 4; // for each semitone

    private final List<Voice> voices;
    private final int step;
    private final List<List<GridNote>> lines = new ArrayList<>();
    private final boolean[] sounding;

    private ChordVoices(List<Voice> voices, int step) {
        this.voices = voices;
        this.step = step;
        sounding = new boolean[voices.size()];
        voices.forEach(voice -> lines.add(new ArrayList<>()));
    }

    /** A line for each voice. @param notes of which no more sound together than there are voices */
    static List<List<GridNote>> of(GridNotes notes, List<Voice> voices, int step) {
        ChordVoices chords = new ChordVoices(voices, step);
        notes.chords().forEach(chords::deal);
        return chords.lines;
    }

    private void deal(List<GridNote> chord) {
        GridNote first = GridNotes.first(chord);
        int free = 0; // a bit for each voice
        for (int i = 0; i < sounding.length; i++) {
            sounding[i] = !lines.get(i).isEmpty() && last(i).soundsInto(first, step);
            free |= sounding[i] ? 0 : 1 << i;
        }
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int chosen = 1; chosen < 1 << sounding.length; chosen++) {
            if ((chosen & ~free) == 0 && Integer.bitCount(chosen) == chord.size()) {
                long cost = cost(chord, chosen, free);
                if (cost < least) {
                    least = cost;
                    best = chosen;
                }
            }
        }
        int voice = -1;
        for (GridNote note : chord) {
            voice = next(best, voice);
            if (!lines.get(voice).isEmpty()) {
                lines.get(voice).set(lines.get(voice).size() - 1, last(voice).until(note.from()));
            }
            lines.get(voice).add(note);
        }
    }

    private GridNote last(int voice) {
        return lines.get(voice).get(lines.get(voice).size() - 1);
    }

    private static int next(int chosen, int voice) {
        return Integer.numberOfTrailingZeros(chosen >> voice + 1) + voice + 1;
    }

    private long cost(List<GridNote> chord, int chosen, int free) {
        long cost = 0;
        int voice = -1;
        for (GridNote note : chord) {
            voice = next(chosen, voice);
            for (int other = 0; other < sounding.length; other++) {
                if (sounding[other]
                        && (other < voice
                                ? last(other).pitch() < note.pitch()
                                : last(other).pitch() > note.pitch())) {
                    cost += CROSSING;
                }
            }
            cost += (long) OUT_OF_RANGE * voices.get(voice).distance(note.pitch());
            cost += lines.get(voice).isEmpty() ? 0 : Math.abs(last(voice).pitch() - note.pitch());
        }
        if (chord.size() > 1) {
            boolean highest = Integer.numberOfTrailingZeros(chosen) == Integer.numberOfTrailingZeros(free);
            boolean lowest = Integer.numberOfLeadingZeros(chosen) == Integer.numberOfLeadingZeros(free);
            cost += (highest ? 0 : NOT_OUTSIDE) + (lowest ? 0 : NOT_OUTSIDE);
        }
        return cost;
    }
}
