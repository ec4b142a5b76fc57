/**
 * The project of a new plugin: {@link cadenza.host.scaffold.PluginScaffold} writes it from the files that lie beside it
 * as resources. This package knows no plugin; what it writes is built and tested by an end-to-end test of ours.
 */
package cadenza.host.scaffold;
