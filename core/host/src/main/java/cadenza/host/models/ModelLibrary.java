package cadenza.host.models;

import cadenza.api.UserException;
import cadenza.host.storage.AtomicFile;
import cadenza.host.storage.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The models that are here: the user's own, and those that came with Cadenza, which the user's hide by name. */
public final class ModelLibrary {
    private static final String CURVE_ENDING = ".png";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Path own;
    private final Optional<Path> shipped;

    /**
     * @param own the user's folder; made when the first model is kept
     * @param shipped the folder that came with Cadenza, if any
     */
    public ModelLibrary(Path own, Optional<Path> shipped) {
        this.own = own;
        this.shipped = shipped;
    }

    /** The files of all models by name, in the order of the names. */
    public Map<String, Path> all() {
        Map<String, Path> files = new TreeMap<>();
        shipped.ifPresent(folder -> list(folder, files));
        list(own, files);
        return new LinkedHashMap<>(files);
    }

    private static void list(Path folder, Map<String, Path> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(file -> file.getFileName().toString().endsWith(ModelFile.ENDING))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(file -> files.put(nameOf(file), file));
        } catch (IOException e) {
            throw new UserException("'" + folder + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    /** The name of the model in a file. */
    public static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ModelFile.ENDING) ? name.substring(0, name.length() - ModelFile.ENDING.length()) : name;
    }

    /**
     * The file of a model.
     *
     * @param nameOrFile a name, or the path of a model file
     * @throws UserException if there is none
     */
    public Path find(String nameOrFile) {
        if (nameOrFile.matches(NAME)) {
            for (Path folder : folders()) {
                Path file = folder.resolve(nameOrFile + ModelFile.ENDING);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        Path file;
        try {
            file = Path.of(nameOrFile);
        } catch (InvalidPathException e) {
            throw unknown(nameOrFile, all().keySet().stream().toList());
        }
        if (!nameOrFile.isEmpty() && Files.exists(file)
                || nameOrFile.endsWith(ModelFile.ENDING)
                || file.getNameCount() > 1) {
            return file;
        }
        throw unknown(nameOrFile, all().keySet().stream().toList());
    }

    private List<Path> folders() {
        List<Path> folders = new ArrayList<>(List.of(own));
        shipped.ifPresent(folders::add);
        return folders;
    }

    private static UserException unknown(String name, List<String> names) {
        return new UserException(
                "model '" + name + "' is not here; there are " + (names.isEmpty() ? "none" : String.join(", ", names)),
                NearestName.hint(name, names),
                null);
    }

    /**
     * Keeps a model under a name; one of that name is replaced once the new one is complete, and the picture beside it is
     * removed.
     *
     * @return its file
     */
    public Path keep(String name, byte[] model) {
        Path file = keep(name, ModelFile.ENDING, model);
        remove(name, CURVE_ENDING);
        return file;
    }

    private Path keep(String name, String ending, byte[] bytes) {
        checkName(name);
        try {
            Files.createDirectories(own);
        } catch (IOException e) {
            throw new UserException("the folder for models '" + own + "' cannot be made: " + AtomicFile.reason(e), e);
        }
        Path file = own.resolve(name + ending);
        AtomicFile.write(file, bytes);
        return file;
    }

    /** Keeps a picture of how a model was trained, beside it. @param png of a model that is kept @return its file */
    public Path keepCurve(String name, byte[] png) {
        checkName(name);
        Path file = own.resolve(name + CURVE_ENDING);
        AtomicFile.write(file, png);
        return file;
    }

    /** Keeps where a training stands, beside the model of that name. @return the file */
    public Path keepCheckpoint(String name, byte[] checkpoint) {
        return keep(name, StoredCheckpoint.ENDING, checkpoint);
    }

    /** The file of where the training of a model stands. @throws UserException if there is none */
    public Path checkpoint(String name) {
        checkName(name);
        Path file = own.resolve(name + StoredCheckpoint.ENDING);
        if (!Files.isRegularFile(file)) {
            throw new UserException("there is no checkpoint of a training of '" + name + "' ('" + file
                    + "'); train it, or begin from a model with --from");
        }
        return file;
    }

    /**
     * Removes a model of the user's own, and the picture and the checkpoint beside it.
     *
     * @throws UserException if there is none, or it came with Cadenza
     */
    public void remove(String name) {
        if (!name.matches(NAME)) {
            throw unknown(name, all().keySet().stream().toList());
        }
        Path file = own.resolve(name + ModelFile.ENDING);
        if (!Files.isRegularFile(file)) {
            if (all().containsKey(name)) {
                throw new UserException("model '" + name + "' came with Cadenza and cannot be removed");
            }
            throw unknown(name, all().keySet().stream().toList());
        }
        for (String ending : List.of(ModelFile.ENDING, CURVE_ENDING, StoredCheckpoint.ENDING)) {
            remove(name, ending);
        }
    }

    private void remove(String name, String ending) {
        Path file = own.resolve(name + ending);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be removed: " + AtomicFile.reason(e), e);
        }
    }

    /** @throws UserException if a name is not fit for a file on every system */
    public static void checkName(String name) {
        if (!name.matches(NAME)) {
            throw new UserException("the name '" + name
                    + "' cannot be used; letters, digits, dots, hyphens and underscores can, up to 100");
        }
    }
}
