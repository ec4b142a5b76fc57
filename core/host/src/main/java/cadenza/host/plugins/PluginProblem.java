package cadenza.host.plugins;

/**
 * A plugin that could not be loaded.
 *
 * @param file name of its file
 * @param reason why, in one line that says which side to change
 */
public record PluginProblem(String file, String reason) {}
