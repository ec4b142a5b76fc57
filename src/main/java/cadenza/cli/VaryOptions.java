package cadenza.cli;

import cadenza.host.rewriting.BarRange;
import cadenza.host.rewriting.RewritingTask;
import java.util.List;

/** What {@code cadenza vary} redoes. */
final class VaryOptions implements TaskOptions {
    private static final double AMOUNT = 0.3;

    private final CommandOption<Double> amount = CommandOption.number(
            "--amount", "SHARE", "How much of the music: above 0, 1 for all of it (default: " + AMOUNT + ").");
    private final CommandOption<String> bars =
            CommandOption.text("--bars", "FIRST-LAST", "Only notes that begin in these bars: 3-4, or 3.");
    private final CommandOption<List<String>> voices = CommandOption.texts(
            "--voice", "NAME", "Only in this voice, by its name or number from the top; may be repeated.");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(amount, bars, voices);
    }

    @Override
    public RewritingTask task() {
        return new RewritingTask.Vary(amount.or(AMOUNT), bars.given().map(BarRange::parse), voices.or(List.of()));
    }
}
