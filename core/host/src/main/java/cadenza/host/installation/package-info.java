/**
 * Packing, checking, installing and removing plugins. Start from {@link cadenza.host.installation.PluginInstaller};
 * {@link cadenza.host.installation.PluginArchive} refuses whatever an archive could do harm with before a byte of it is
 * unpacked, and {@link cadenza.host.installation.PluginIndex} names the releases of plugins in the format of
 * pf4j-update. Calling a plugin is left to {@code plugins}.
 */
package cadenza.host.installation;
