package cadenza.host.rewriting;

import cadenza.api.Effect;
import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses notes of a sheet at random, to be redone: each as a whole, its beginning with the places it is held over. */
public final class Variation {
    private Variation() {}

    /**
     * Places of whole notes that together are a share of all sounding places: notes in a random order, as many as come
     * nearest to the share, at least one where there is one.
     *
     * @param among ascending; of a note that begins outside nothing counts, of one that ends outside what lies within
     * @param amount {@code (0, 1]}; 1 for all notes
     * @return ascending; empty if no note begins there
     * @throws IllegalArgumentException if the amount is out of range
     */
    public static int[] places(Sheet sheet, int[] among, double amount, Xoshiro256 random) {
        if (!(amount > 0 && amount <= 1)) {
            throw new IllegalArgumentException("amount " + amount + " is not in (0, 1]");
        }
        List<List<Integer>> notes = notes(sheet, among);
        shuffle(notes, random);
        double wanted = amount * notes.stream().mapToInt(List::size).sum();
        List<Integer> places = new ArrayList<>();
        for (List<Integer> note : notes) {
            // Where the share lies nearer to what there is without this note than with it, it is enough.
            if (!places.isEmpty() && wanted - places.size() < note.size() / 2.0) {
                break;
            }
            places.addAll(note);
        }
        return places.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** The places of each note, in the order of their beginnings. */
    private static List<List<Integer>> notes(Sheet sheet, int[] among) {
        List<List<Integer>> notes = new ArrayList<>();
        Map<Integer, List<Integer>> sounding = new HashMap<>(); // by voice; looked up, never walked through
        int next = 0;
        for (int place = 0; place < sheet.length(); place++) {
            int voice = sheet.voice(place);
            boolean within = next < among.length && among[next] == place;
            next += within ? 1 : 0;
            if (voice == Sheet.NO_VOICE) {
                continue;
            }
            if (!within || sheet.effect(place) instanceof Effect.Silence) {
                sounding.remove(voice);
            } else if (sheet.effect(place) instanceof Effect.Sound) {
                List<Integer> note = new ArrayList<>(List.of(place));
                notes.add(note);
                sounding.put(voice, note);
            } else if (sounding.containsKey(voice)) {
                sounding.get(voice).add(place);
            }
        }
        return notes;
    }

    /** Fisher and Yates's, as Durstenfeld 1964 has it. */
    private static void shuffle(List<List<Integer>> notes, Xoshiro256 random) {
        for (int i = notes.size() - 1; i > 0; i--) {
            int other = (int) (random.nextDouble() * (i + 1));
            List<Integer> note = notes.get(i);
            notes.set(i, notes.get(other));
            notes.set(other, note);
        }
    }
}
