package cadenza.host.installation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which names the entries of an archive may have: those that are one file within its folder on every system. */
final class EntryNames {
    private EntryNames() {}

    /** What is wrong with the first name that is not allowed; empty if there is none. */
    static Optional<String> refusal(List<String> names) {
        Set<String> seen = new HashSet<>();
        Map<String, String> folded = new HashMap<>();
        for (String name : names) {
            Optional<String> refusal = refusal(name);
            if (refusal.isPresent()) {
                return refusal;
            }
            if (!seen.add(name)) {
                return Optional.of("it has '" + name + "' twice");
            }
            String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            String twin = folded.putIfAbsent(fold(path), name);
            if (twin != null) {
                return Optional.of("it has '" + twin + "' and '" + name + "', which are one file on some systems");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refusal(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("the name '" + shown + "' in it has a NUL or another control character");
        }
        if (name.contains("\\")) {
            return Optional.of("the name '" + shown + "' in it has a backslash; zips use '/'");
        }
        if (name.startsWith("/") || name.contains(":")) {
            return Optional.of("the name '" + shown + "' in it is absolute");
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean outside = Arrays.asList(path.split("/", -1)).contains("..");
        if (outside) {
            return Optional.of("the name '" + shown + "' in it leads out of its folder");
        }
        boolean unclear = Arrays.stream(path.split("/", -1)).anyMatch(part -> part.isEmpty() || part.equals("."));
        return unclear ? Optional.of("the name '" + shown + "' in it is not plain") : Optional.empty();
    }

    private static String fold(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
