package cadenza.host.installation;

import java.net.URI;

/**
 * A release of a plugin in an index.
 *
 * @param id of the plugin
 * @param version its version
 * @param requires the range of API versions it works with; {@code *} if the index does not say
 * @param url of its archive, absolute
 * @param sha512 of its archive: 128 lower case hexadecimal digits
 */
record PluginRelease(String id, String version, String requires, URI url, String sha512) {}
