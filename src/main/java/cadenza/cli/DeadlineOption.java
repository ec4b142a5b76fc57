package cadenza.cli;

import cadenza.host.plugins.Deadlines;
import java.util.List;

/** {@code --deadline}: how long a call into a plugin may take. */
final class DeadlineOption implements OptionGroup {
    private final CommandOption<Double> deadline = CommandOption.number(
            "--deadline",
            "SECONDS",
            "Give a plugin up that takes longer over a token, or three times as long to open a model (default: "
                    + Deadlines.DEFAULT.token().toSeconds() + ").");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(deadline);
    }

    /** @throws cadenza.api.UserException if it is out of range */
    Deadlines deadlines() {
        return deadline.given().map(Deadlines::ofSeconds).orElse(Deadlines.DEFAULT);
    }
}
