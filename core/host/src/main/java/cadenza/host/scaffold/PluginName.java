package cadenza.host.scaffold;

import cadenza.api.UserException;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a plugin is called: by users, and in Java.
 *
 * @param id lower case words joined by hyphens: "my-gen"
 */
record PluginName(String id) {
    private static final String GENERATOR = "Generator";

    /** @throws UserException if the id is none */
    PluginName {
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new UserException(
                    "'" + id + "' cannot be a plugin's id; it is lower case words joined by hyphens, such as my-gen");
        }
    }

    /** "MyGenGenerator". */
    String className() {
        String words = Arrays.stream(id.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return words.endsWith(GENERATOR) && words.length() > GENERATOR.length() ? words : words + GENERATOR;
    }

    /** "example.mygen". */
    String packageName() {
        String joined = id.replace("-", "");
        return "example." + (SourceVersion.isKeyword(joined) ? joined + "plugin" : joined);
    }
}
