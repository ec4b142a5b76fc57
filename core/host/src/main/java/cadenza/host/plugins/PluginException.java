package cadenza.host.plugins;

/** A plugin's fault: it threw what it should not, or gave what it must not. The message names the plugin. */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
