package cadenza.host;

import cadenza.host.models.ModelLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where things live.
 *
 * @param home the user's: models and plugins of their own
 * @param distribution what came with Cadenza; empty if there is none
 */
public record StudioFolders(Path home, Optional<Path> distribution) {
    /** The models that are here. */
    public ModelLibrary library() {
        return new ModelLibrary(home.resolve("models"), distribution.map(folder -> folder.resolve("models")));
    }

    List<Path> plugins() {
        Path own = home.resolve("plugins");
        return distribution
                .map(folder -> List.of(folder.resolve("plugins"), own))
                .orElse(List.of(own));
    }
}
