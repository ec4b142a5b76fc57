package cadenza.host.installation;

import cadenza.api.UserException;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A packed plugin in a temporary folder, checked as for an installation and unpacked where it has private libraries, so
 * that it can be loaded without being installed. The folder is gone once this is closed.
 */
public final class StagedPlugin implements AutoCloseable {
    private final Path folder;
    private final Path place;

    private StagedPlugin(Path folder, Path place) {
        this.folder = folder;
        this.place = place;
    }

    /**
     * @param file a jar, or a zip with private libraries
     * @throws UserException if it could not be installed
     */
    public static StagedPlugin of(Path file) {
        try (PluginArchive archive = new PluginArchive(file, ArchiveLimits.DEFAULT)) {
            Path folder = Files.createTempDirectory("cadenza-plugin");
            try {
                return new StagedPlugin(folder, archive.stage(folder));
            } catch (IOException e) {
                PluginFolder.delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be installed: " + AtomicFile.reason(e), e);
        }
    }

    /** The jar, or the folder with its classes and libraries. */
    public Path place() {
        return place;
    }

    @Override
    public void close() {
        try {
            PluginFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder '" + folder + "' cannot be taken away", e);
        }
    }
}
