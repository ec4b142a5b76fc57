/**
 * Finding and calling plugins. Start from {@link cadenza.host.plugins.PluginHost}; every call into a plugin goes
 * through {@link cadenza.host.plugins.LoadedGenerator}, so that whatever it throws is told apart from our own faults.
 */
package cadenza.host.plugins;
