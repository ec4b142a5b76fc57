package cadenza.bench;

import cadenza.api.UserException;
import cadenza.api.benchmark.NetworkSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be measured, and how long.
 *
 * @param networks at least one
 * @param window of one contestant in one round
 * @param rounds to be kept
 * @param python the program that has PyTorch; empty to look for one
 */
public record Plan(List<NetworkSize> networks, Duration window, int rounds, Optional<String> python) {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_ROUNDS = 1000;

    public Plan {
        networks = List.copyOf(networks);
        if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
            throw new UserException(
                    "--seconds " + window.toNanos() / 1e9 + " is not above 0 and at most " + LONGEST.toSeconds());
        }
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new UserException("--rounds " + rounds + " is not in 1.." + MOST_ROUNDS);
        }
    }
}
