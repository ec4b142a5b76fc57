package cadenza.cli;

import cadenza.api.FittedOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why the options that a generator chose for a corpus are what they are. */
final class OptionReasons {
    private OptionReasons() {}

    /**
     * One line a reason: "hidden 128, dropout 0.5: of so little text …".
     *
     * @param given options that the user chose, and of which nothing is said
     */
    static List<String> lines(FittedOptions fitted, Set<String> given) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        fitted.reasons().forEach((option, reason) -> {
            if (!given.contains(option)) {
                byReason.computeIfAbsent(reason, ignored -> new ArrayList<>())
                        .add(option + " " + fitted.settings().value(option));
            }
        });
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, options) -> lines.add(String.join(", ", options) + ": " + reason));
        return lines;
    }
}
