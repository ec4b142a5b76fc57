package cadenza.host.storage;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that someone who mistyped may have meant. */
public final class NearestName {
    private NearestName() {}

    /** {@code Did you mean 'x'?} for the nearest of the names, or null if none is near. */
    public static String hint(String typed, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(typed, name) <= Math.max(1, Math.max(typed.length(), name.length()) / 2))
                .map(name -> "Did you mean '" + name + "'?")
                .orElse(null);
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
