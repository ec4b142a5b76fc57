package cadenza.cli;

import cadenza.api.UserException;
import java.util.ArrayList;
import java.util.List;

/** {@code --sweep}: one seed at several temperatures. */
final class SweepOption implements OptionGroup {
    private static final int MOST = 20;

    private final CommandOption<String> sweep = CommandOption.text(
            "--sweep", "T,T[,T...]", "The same seed at several temperatures, side by side: 0.5,0.8,1.1.");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(sweep);
    }

    boolean given() {
        return sweep.given().isPresent();
    }

    /** @throws UserException if they are no numbers, or too many */
    List<Double> temperatures() {
        String given = sweep.or("");
        List<Double> temperatures = new ArrayList<>();
        for (String number : given.split(",", -1)) {
            try {
                temperatures.add(Double.valueOf(number.strip()));
            } catch (NumberFormatException e) {
                throw new UserException(
                        "--sweep '" + given + "' has '" + number + "', which is no temperature; give 0.5,0.8,1.1", e);
            }
        }
        if (temperatures.size() > MOST || temperatures.stream().distinct().count() < temperatures.size()) {
            throw new UserException("--sweep '" + given + "' is not up to " + MOST + " different temperatures");
        }
        return temperatures;
    }
}
