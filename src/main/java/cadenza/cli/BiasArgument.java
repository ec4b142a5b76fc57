package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.sampling.stage.LogitBias;
import cadenza.host.sampling.stage.TokenSymbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is given for {@code --bias}: {@code TOKEN=NATS}; the last {@code =} counts, so {@code ==2} is of that sign. */
final class BiasArgument {
    private BiasArgument() {}

    /** @throws UserException if one cannot be read, is out of range, or names a token a second time */
    static LogitBias all(List<String> arguments) {
        Map<String, Double> nats = new LinkedHashMap<>();
        for (String argument : arguments) {
            int sign = argument.lastIndexOf('=');
            if (sign < 1) {
                throw new UserException("--bias '" + argument + "' is not TOKEN=NATS, such as 'e=-2' or '\\n=1.5'");
            }
            String symbol = TokenSymbol.unescaped(argument.substring(0, sign), "--bias");
            if (nats.put(symbol, number(argument, argument.substring(sign + 1))) != null) {
                throw new UserException("--bias '" + argument + "' names a token a second time; give it once");
            }
        }
        return new LogitBias(nats);
    }

    private static double number(String argument, String nats) {
        try {
            return Double.parseDouble(nats);
        } catch (NumberFormatException e) {
            throw new UserException(
                    "--bias '" + argument + "' ends in '" + nats + "', which is not a number of nats", e);
        }
    }
}
