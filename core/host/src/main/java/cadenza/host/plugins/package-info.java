/**
 * Finding and calling plugins. Start from {@link cadenza.host.plugins.PluginHost}; every call into a plugin goes
 * through {@link cadenza.host.plugins.LoadedGenerator} and the models that it gives, whose every answer is checked
 * ({@code CheckedModel} and what hangs on it). So a plugin's fault is told apart from the user's and from our own, with
 * plugin, method and step. A call that does not come back is given up by {@code CallWatch}, which runs the work beside
 * its caller; {@code PluginThread} keeps which call it is in.
 */
package cadenza.host.plugins;
