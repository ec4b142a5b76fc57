package cadenza.cli;

import cadenza.host.Recipe;
import cadenza.host.storage.AtomicFile;
import cadenza.host.storage.FileDraft;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/** Text that goes to a file as it is written; the file appears when all of it is there, its recipe beside it. */
final class PageFile implements Consumer<String>, AutoCloseable {
    private final Path file;
    private final Path beside;
    private final FileDraft draft;

    private PageFile(Path file, Function<Path, FileDraft> draft) {
        this.file = file;
        this.beside = file.resolveSibling(file.getFileName() + Recipe.TEXT_ENDING);
        AtomicFile.check(beside);
        this.draft = draft.apply(file);
    }

    /**
     * One that is gone if the process is interrupted.
     *
     * @throws cadenza.api.UserException if the text or its recipe cannot be written there
     */
    static PageFile of(Path file) {
        return new PageFile(file, FileDraft::new);
    }

    /**
     * One of which an {@link Interruption} lets what is there be committed.
     *
     * @throws cadenza.api.UserException if the text or its recipe cannot be written there
     */
    static PageFile keptWhenInterrupted(Path file) {
        return new PageFile(file, FileDraft::keptWhenInterrupted);
    }

    Path file() {
        return file;
    }

    @Override
    public void accept(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        draft.write(bytes, 0, bytes.length);
    }

    /** The recipe first: a text without its recipe could not be replayed. */
    void commit(Recipe recipe) {
        AtomicFile.write(beside, recipe.toPrettyJson().getBytes(StandardCharsets.UTF_8));
        draft.commit();
    }

    @Override
    public void close() {
        draft.close();
    }
}
