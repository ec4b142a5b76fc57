package cadenza.host.installation;

import cadenza.api.UserException;
import cadenza.host.plugins.ApiRequirement;
import cadenza.host.storage.NearestName;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/**
 * Which releases of which plugins there are, in the format of pf4j-update: a list of
 * {@code {id, releases: [{version, requires, url, sha512sum}]}}. What else an index says is passed over. Read as a
 * stream, since data binding takes its time.
 */
final class PluginIndex {
    private static final String HASH = "[0-9a-f]{128}";

    private final List<PluginRelease> releases;

    private PluginIndex(List<PluginRelease> releases) {
        this.releases = releases;
    }

    /**
     * @param json the index
     * @param place where it lies; addresses in it may be relative to that
     * @throws IOException if it is no such index; the message says why
     */
    static PluginIndex read(byte[] json, URI place) throws IOException {
        List<PluginRelease> releases = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            require(parser.nextToken() == JsonToken.START_ARRAY, "it is no list of plugins");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                require(parser.currentToken() == JsonToken.START_OBJECT, "an element of its list is no plugin");
                plugin(parser, place, releases);
            }
        } catch (JsonProcessingException e) {
            throw new IOException("it is no JSON: " + e.getOriginalMessage(), e);
        }
        return new PluginIndex(releases);
    }

    private static void plugin(JsonParser parser, URI place, List<PluginRelease> all) throws IOException {
        String id = "";
        List<Map<String, String>> stated = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("id") && value == JsonToken.VALUE_STRING) {
                id = parser.getText();
            } else if (name.equals("releases") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    require(parser.currentToken() == JsonToken.START_OBJECT, "a release of '" + id + "' is no object");
                    stated.add(texts(parser));
                }
            } else {
                parser.skipChildren();
            }
        }
        require(!id.isEmpty(), "a plugin in it has no id");
        for (Map<String, String> release : stated) {
            all.add(release(id, release, place));
        }
    }

    private static Map<String, String> texts(JsonParser parser) throws IOException {
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return texts;
    }

    private static PluginRelease release(String id, Map<String, String> stated, URI place) throws IOException {
        String version = stated.getOrDefault("version", "");
        String named = "release '" + version + "' of '" + id + "'";
        require(isVersion(version), named + " has no semantic version such as 1.0.0");
        String hash = stated.getOrDefault("sha512sum", "").strip().toLowerCase(Locale.ROOT);
        require(hash.matches(HASH), named + " has no sha512sum of 128 hexadecimal digits");
        String url = stated.getOrDefault("url", "");
        require(!url.isEmpty(), named + " has no url");
        String requires = stated.getOrDefault("requires", "").strip();
        try {
            return new PluginRelease(id, version, requires.isEmpty() ? "*" : requires, place.resolve(url), hash);
        } catch (IllegalArgumentException e) {
            throw new IOException(named + " has the url '" + url + "', which is none", e);
        }
    }

    private static boolean isVersion(String version) {
        try {
            return new DefaultVersionManager().compareVersions(version, version) == 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void require(boolean right, String otherwise) throws IOException {
        if (!right) {
            throw new IOException(otherwise);
        }
    }

    /**
     * The newest release of a plugin that works with a version of the API.
     *
     * @throws UserException if there is no such plugin, or no release of it fits
     */
    PluginRelease newest(String id, String api) {
        VersionManager versions = new DefaultVersionManager();
        List<PluginRelease> own =
                releases.stream().filter(release -> release.id().equals(id)).toList();
        if (own.isEmpty()) {
            List<String> ids =
                    releases.stream().map(PluginRelease::id).distinct().toList();
            throw new UserException(
                    "plugin '" + id + "' is not in the index; it has "
                            + (ids.isEmpty() ? "none" : String.join(", ", ids)),
                    NearestName.hint(id, ids),
                    null);
        }
        PluginRelease newest = own.stream()
                .max((a, b) -> versions.compareVersions(a.version(), b.version()))
                .orElseThrow();
        return own.stream()
                .filter(release -> new ApiRequirement(release.requires(), versions)
                        .refusal(api)
                        .isEmpty())
                .max((a, b) -> versions.compareVersions(a.version(), b.version()))
                .orElseThrow(() -> new UserException("no release of plugin '" + id + "' fits; the newest is "
                        + newest.version() + ": "
                        + new ApiRequirement(newest.requires(), versions)
                                .refusal(api)
                                .orElseThrow()));
    }
}
