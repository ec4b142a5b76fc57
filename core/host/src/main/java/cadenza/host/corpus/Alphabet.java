package cadenza.host.corpus;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The characters of a corpus at a glance.
 *
 * @param characters number of different ones
 * @param groups how many of each kind: of the basic Latin letters and digits, of each script (Unicode Standard Annex 24)
 *     from the largest down, and of the rest, which no script owns
 */
public record Alphabet(int characters, List<Group> groups) {
    private static final String OTHERS = "others";

    public Alphabet {
        groups = List.copyOf(groups);
    }

    /**
     * Characters of one kind.
     *
     * @param name "a-z", "Han"
     * @param characters number of different ones
     * @param complete whether that is all there are of a small kind
     */
    public record Group(String name, int characters, boolean complete) {
        @Override
        public String toString() {
            if (complete) {
                return name;
            }
            boolean range = name.indexOf('-') == 1;
            return String.format(Locale.ROOT, range ? "%,d of %s" : "%,d %s", characters, name);
        }
    }

    /** @param counts how often each code point occurs, once or more */
    public static Alphabet of(Map<Integer, Long> counts) {
        Map<String, Integer> ranges = new LinkedHashMap<>();
        Map<String, Integer> scripts = new TreeMap<>();
        int others = 0;
        for (int codePoint : new TreeMap<>(counts).keySet()) {
            UnicodeScript script = UnicodeScript.of(codePoint);
            if (codePoint >= 'a' && codePoint <= 'z') {
                ranges.merge("a-z", 1, Integer::sum);
            } else if (codePoint >= 'A' && codePoint <= 'Z') {
                ranges.merge("A-Z", 1, Integer::sum);
            } else if (codePoint >= '0' && codePoint <= '9') {
                ranges.merge("0-9", 1, Integer::sum);
            } else if (script == UnicodeScript.COMMON || script == UnicodeScript.UNKNOWN) {
                others++;
            } else {
                scripts.merge(named(script), 1, Integer::sum);
            }
        }
        List<Group> groups = new ArrayList<>();
        for (String range : List.of("a-z", "A-Z", "0-9")) {
            if (ranges.containsKey(range)) {
                int all = range.charAt(2) - range.charAt(0) + 1;
                groups.add(new Group(range, ranges.get(range), ranges.get(range) == all));
            }
        }
        scripts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(script -> groups.add(new Group(script.getKey(), script.getValue(), false)));
        if (others > 0) {
            groups.add(new Group(OTHERS, others, false));
        }
        return new Alphabet(counts.size(), groups);
    }

    private static String named(UnicodeScript script) {
        if (script == UnicodeScript.INHERITED) {
            return "combining marks";
        }
        if (script == UnicodeScript.LATIN) {
            return "further Latin";
        }
        StringBuilder name = new StringBuilder();
        for (String word : script.name().split("_")) {
            name.append(name.isEmpty() ? "" : " ")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
