package cadenza.testkit;

import java.util.List;

/**
 * Promises about one thing.
 *
 * @param subject what they are about, in a word or two
 */
record CheckGroup(String subject, List<Check> checks) {
    CheckGroup {
        checks = List.copyOf(checks);
    }

    CheckGroup(String subject, Check... checks) {
        this(subject, List.of(checks));
    }
}
