package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.Clip;
import cadenza.host.FilledGap;
import cadenza.host.OpenedModel;
import cadenza.host.Recipe;
import cadenza.host.Request;
import cadenza.host.RewrittenClip;
import cadenza.host.SamplerListeners;
import cadenza.host.Studio;
import cadenza.host.StudioFolders;
import cadenza.host.music.MidiFileType;
import cadenza.host.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadenza replay}: the same bytes again, from the recipe of an output. */
@Command(
        name = "replay",
        description = "Make an output again, byte for byte, from the recipe in it or beside it.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer>, OptionedCommand {
    private final Terminal terminal;
    private final StudioFolders folders;

    @Parameters(paramLabel = "FILE", description = "A MIDI file, text file or recipe that Cadenza made.")
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write (default: clip-SEED.mid for music, stdout for text).")
    private Path out;

    private final DeadlineOption deadline = new DeadlineOption();

    ReplayCommand(Terminal terminal, StudioFolders folders) {
        this.terminal = terminal;
        this.folders = folders;
    }

    @Override
    public List<OptionGroup> groups() {
        return List.of(deadline);
    }

    @Override
    public Integer call() {
        try (Studio studio = new Studio(folders, SamplerListeners.NONE, deadline.deadlines())) {
            Recipe recipe = studio.recipeOf(file);
            try (OpenedModel opened = studio.openFor(recipe)) {
                if (recipe.request() instanceof Request.Compose compose) {
                    Clip clip = studio.compose(opened, compose);
                    byte[] midi = clip.midi(MidiFileType.of(file));
                    Path target = out != null ? out : Path.of("clip-" + compose.seed() + ".mid");
                    if (out == null) {
                        refuseToReplace(target, midi);
                    }
                    AtomicFile.write(target, midi);
                    terminal.out().println(ClipLine.of(target, clip, opened.name()));
                } else if (recipe.request() instanceof Request.Rewrite rewrite) {
                    RewrittenClip clip = studio.rewrite(opened, rewrite);
                    Path target = out != null ? out : Path.of(RewrittenLine.fileName(rewrite));
                    if (out == null) {
                        refuseToReplace(target, clip.midi());
                    }
                    AtomicFile.write(target, clip.midi());
                    terminal.out().println(RewrittenLine.of(target, clip, opened.name()));
                } else if (recipe.request() instanceof Request.Write write) {
                    replay(page -> studio.write(opened, write, page));
                } else if (recipe.request() instanceof Request.FillGap gap) {
                    replay(page -> {
                        FilledGap filled = studio.fillGap(opened, gap);
                        page.accept(filled.text());
                        return filled.recipe();
                    });
                }
            }
        }
        return 0;
    }

    private static void refuseToReplace(Path target, byte[] midi) {
        try {
            if (Files.exists(target) && !Arrays.equals(Files.readAllBytes(target), midi)) {
                throw new UserException(
                        "'" + target + "' is there already with other contents; say where to write with --out FILE");
            }
        } catch (IOException e) {
            throw new UserException("'" + target + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    /** @param text writes it on a page, and gives its recipe */
    private void replay(Function<Consumer<String>, Recipe> text) {
        if (out == null) {
            PageStream stream = new PageStream(terminal);
            text.apply(stream);
            stream.finish();
            return;
        }
        try (PageFile page = PageFile.of(out)) {
            page.commit(text.apply(page));
        }
        terminal.err().println("cadenza: wrote " + out);
    }
}
