package cadenza.host.plugins;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pf4j.VersionManager;

/**
 * Which versions of the API a plugin says it works with: its manifest's {@code Plugin-Requires}, a range of semantic
 * versions such as {@code >=0.1.0 & <0.2.0}.
 */
public final class ApiRequirement {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

    private final String range;
    private final VersionManager versions;

    public ApiRequirement(String range, VersionManager versions) {
        this.range = range;
        this.versions = versions;
    }

    /** What keeps the plugin from this version of the API, and which side to update; empty if nothing does. */
    public Optional<String> refusal(String api) {
        try {
            if (versions.checkVersionConstraint(api, range)) {
                return Optional.empty();
            }
            return Optional.of("it requires the API " + range + ", and this Cadenza has " + api + "; " + advice(api));
        } catch (RuntimeException e) {
            return Optional.of("its Plugin-Requires '" + range
                    + "' is not a range of versions such as '>=0.1.0 & <0.2.0'; its author must put it right");
        }
    }

    private String advice(String api) {
        List<String> fitting = VERSION.matcher(range)
                .results()
                .flatMap(result -> neighbours(result.group()).stream())
                .filter(version -> versions.checkVersionConstraint(version, range))
                .toList();
        if (fitting.stream().anyMatch(version -> versions.compareVersions(version, api) > 0)) {
            return "update Cadenza";
        }
        return fitting.isEmpty() ? "no version fits that, its author must put it right" : "update the plugin";
    }

    /** A version that a range names may be its bound, and not within: so also those just above and below. */
    private static List<String> neighbours(String named) {
        Matcher parts = VERSION.matcher(named);
        if (!parts.matches()) {
            return List.of();
        }
        int major = number(parts.group(1));
        int minor = number(parts.group(2));
        int patch = number(parts.group(3));
        String below = patch > 0
                ? version(major, minor, patch - 1)
                : minor > 0 ? version(major, minor - 1, 0) : version(Math.max(0, major - 1), 0, 0);
        return List.of(version(major, minor, patch), version(major, minor, patch + 1), below);
    }

    private static int number(String part) {
        return part == null ? 0 : Integer.parseInt(part);
    }

    private static String version(int major, int minor, int patch) {
        return major + "." + minor + "." + patch;
    }
}
