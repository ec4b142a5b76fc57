package cadenza.cli;

import cadenza.host.rewriting.RewritingTask;
import java.util.List;

/** What {@code cadenza harmonise} adds. */
final class HarmoniseOptions implements TaskOptions {
    private static final String HIGHEST = "1";

    private final CommandOption<String> voice = CommandOption.text(
            "--voice",
            "NAME",
            "Which voice the melody is, by its name or number from the top (default: the highest, so that all others"
                    + " come under it where it lies in that voice's range).");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(voice);
    }

    @Override
    public RewritingTask task() {
        return new RewritingTask.Harmonise(voice.or(HIGHEST));
    }
}
