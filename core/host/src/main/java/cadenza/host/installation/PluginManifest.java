package cadenza.host.installation;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * What a plugin says of itself in its {@code META-INF/MANIFEST.MF}.
 *
 * @param id lower case words joined by hyphens, dots or underscores, up to 100 characters
 * @param version a version of up to 60 letters, digits, dots, hyphens, underscores and plus signs
 * @param requires the range of API versions it works with; {@code *} if it states none
 * @param provider who publishes it; empty if it does not say
 * @param description what it is; empty if it does not say
 */
record PluginManifest(String id, String version, String requires, String provider, String description) {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final String VERSION = "[0-9][A-Za-z0-9.+_-]{0,59}";

    /** @throws IOException if it is none, or lacks a line; the message says which */
    static PluginManifest read(InputStream in) throws IOException {
        Attributes lines = new Manifest(in).getMainAttributes();
        String id = text(lines, "Plugin-Id");
        String version = text(lines, "Plugin-Version");
        if (id.isEmpty()) {
            throw new IOException("its META-INF/MANIFEST.MF has no Plugin-Id, so it is no plugin");
        }
        // Both become the name of a file.
        if (!id.matches(ID)) {
            throw new IOException("its Plugin-Id '" + printable(id)
                    + "' cannot be used; letters, digits, dots, hyphens and underscores can, up to 100");
        }
        if (!version.matches(VERSION)) {
            throw new IOException(
                    "its Plugin-Version '" + printable(version) + "' cannot be used; a version such as 1.0.0 can");
        }
        String requires = text(lines, "Plugin-Requires");
        return new PluginManifest(
                id,
                version,
                requires.isEmpty() ? "*" : printable(requires),
                printable(text(lines, "Plugin-Provider")),
                printable(text(lines, "Plugin-Description")));
    }

    private static String text(Attributes lines, String name) {
        String value = lines.getValue(name);
        return value == null ? "" : value.strip();
    }

    /** A stranger's words, which go to a terminal: without what would command it. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
