package cadenza.host;

import cadenza.host.installation.PluginInstaller;
import cadenza.host.models.ModelLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where things live.
 *
 * @param home the user's: models and plugins of their own
 * @param distribution what came with Cadenza; empty if there is none
 * @param project of a plugin that is being made, loaded from its classes before all others; empty for none
 */
public record StudioFolders(Path home, Optional<Path> distribution, Optional<Path> project) {
    /** Without a plugin that is being made. */
    public StudioFolders(Path home, Optional<Path> distribution) {
        this(home, distribution, Optional.empty());
    }

    /** The same folders, and a plugin that is being made. */
    public StudioFolders with(Path pluginProject) {
        return new StudioFolders(home, distribution, Optional.of(pluginProject));
    }

    /** The models that are here. */
    public ModelLibrary library() {
        return new ModelLibrary(home.resolve("models"), distribution.map(folder -> folder.resolve("models")));
    }

    /** Installs and removes plugins of the user's own. */
    public PluginInstaller installer() {
        return new PluginInstaller(home.resolve("plugins"), distribution.map(folder -> folder.resolve("plugins")));
    }

    List<Path> plugins() {
        Path own = home.resolve("plugins");
        return distribution
                .map(folder -> List.of(folder.resolve("plugins"), own))
                .orElse(List.of(own));
    }
}
