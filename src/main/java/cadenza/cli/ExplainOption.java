package cadenza.cli;

import cadenza.api.Vocabulary;
import cadenza.host.Request;
import cadenza.host.SamplerListeners;
import cadenza.host.sampling.Explanation;
import cadenza.host.sampling.SamplerListener;
import cadenza.host.storage.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code --explain}: how each token was chosen, in a file beside the output, or on stderr where the output goes to stdout.
 */
final class ExplainOption implements OptionGroup, SamplerListeners {
    /** What is added to the name of an output for its explanation. */
    static final String ENDING = ".explain.txt";

    private final Terminal terminal;
    private final CommandOption<Boolean> explain = CommandOption.flag(
            "--explain",
            "Tell how each token was chosen, in FILE" + ENDING
                    + " beside the output, or on stderr for text on stdout.");
    private final Map<Long, StringBuffer> bySeed = new ConcurrentHashMap<>();
    private boolean beside = true;

    ExplainOption(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public List<CommandOption<?>> options() {
        return List.of(explain);
    }

    boolean given() {
        return explain.or(false);
    }

    /** From now on tells at once, on stderr. */
    void tellAtOnce() {
        beside = false;
    }

    @Override
    public SamplerListener of(Request request, Vocabulary vocabulary) {
        if (!given()) {
            return SamplerListener.NONE;
        }
        if (!beside) {
            return new Explanation(vocabulary, terminal.err()::print);
        }
        StringBuffer text = new StringBuffer();
        bySeed.put(request.seed(), text);
        return new Explanation(vocabulary, text::append);
    }

    /** Writes beside an output how it came about, and says so. @param seed of its recipe */
    void save(Path output, long seed) {
        StringBuffer text = bySeed.remove(seed);
        if (text != null) {
            Path file = output.resolveSibling(output.getFileName() + ENDING);
            AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
            terminal.err().println("cadenza: explained in " + file);
        }
    }

    /** Forgets what was not saved: of outputs that were tried and dropped. */
    void forget() {
        bySeed.clear();
    }
}
