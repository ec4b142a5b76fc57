package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.rewriting.BarRange;
import cadenza.host.rewriting.RewritingTask;
import java.util.List;

/** What {@code cadenza fill} redoes. */
final class FillOptions implements TaskOptions {
    private final CommandOption<String> bars =
            CommandOption.text("--bars", "FIRST-LAST", "Redo the notes that begin in these bars: 3-4, or 3.");
    private final CommandOption<List<String>> voices = CommandOption.texts(
            "--voice", "NAME", "Only in this voice, by its name or number from the top; may be repeated.");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(bars, voices);
    }

    @Override
    public RewritingTask task() {
        String given = bars.given()
                .orElseThrow(
                        () -> new UserException("fill needs to know which bars to redo; give --bars, such as 3-4"));
        return new RewritingTask.Fill(BarRange.parse(given), voices.or(List.of()));
    }
}
