package cadenza.host.sampling.stage;

import cadenza.api.UserException;
import java.util.Locale;

/**
 * Mirostat 2.0 (Basu et al., "Mirostat: a neural text decoding algorithm that directly controls perplexity", 2021,
 * arXiv:2007.14966): takes out tokens whose surprise −log₂ p is above μ, and after each choice moves μ by −η (surprise −
 * τ), so that on average the surprise comes to be τ; μ begins as 2τ. The likeliest token always stays. The surprise is that
 * of the token before any was taken out, as in the paper and its authors' code; llama.cpp takes it among those left.
 *
 * <p>It takes the place of top-k, top-p, min-p and typical-p. Where a network is less surprising than τ, nothing is
 * taken out for long.
 *
 * @param tau the surprise that is aimed at, in bits a token, {@code [0, 20]}; 0 for none
 * @param eta η, the rate, {@code (0, 1]}
 */
public record Mirostat(double tau, double eta) {
    /** As llama.cpp has it. */
    public static final double ETA = 0.1;

    /** None. */
    public static final Mirostat OFF = new Mirostat(0, ETA);

    /** The most that can be aimed at. */
    public static final double MOST_TAU = 20;

    public Mirostat {
        if (!(tau >= 0 && tau <= MOST_TAU)) {
            throw new UserException("--mirostat " + tau + " is not in 0 (none).." + (int) MOST_TAU + " bits a token");
        }
        if (!(eta > 0 && eta <= 1)) {
            throw new UserException("--mirostat-rate " + eta + " is not above 0 and at most 1");
        }
    }

    /** Whether it does anything. */
    public boolean on() {
        return tau > 0;
    }

    /** The stage of one generation. */
    public Stage stage() {
        return new Truncation(this);
    }

    private static final class Truncation implements Stage {
        private static final double NATS_A_BIT = StrictMath.log(2);

        private final Mirostat settings;
        private final History mus = new History(1); // after each accepted token
        private Candidates last; // of the choice that is not accepted yet
        private double sum; // of their weights, before any was taken out

        Truncation(Mirostat settings) {
            this.settings = settings;
        }

        private double mu() {
            return mus.size() == 0 ? 2 * settings.tau : mus.back(1);
        }

        @Override
        public String name() {
            return String.format(Locale.ROOT, "mirostat %s, surprise at most %.2f bits", settings.tau, mu());
        }

        @Override
        public void apply(Candidates candidates) {
            last = candidates;
            sum = candidates.sum();
            double least = sum * StrictMath.pow(2, -mu());
            int likeliest = candidates.likeliest();
            for (int token = 0; token < candidates.size(); token++) {
                if (candidates.weight(token) < least && token != likeliest) {
                    candidates.remove(token);
                }
            }
        }

        /** A token that was not chosen here, as those of a prime, moves nothing. */
        @Override
        public void accept(int token) {
            double mu = mu();
            if (last != null && last.weight(token) > 0) {
                double surprise = -StrictMath.log(last.weight(token) / sum) / NATS_A_BIT;
                mu -= settings.eta * (surprise - settings.tau);
            }
            last = null;
            mus.add(mu);
        }

        @Override
        public void rewind(int length) {
            mus.rewind(length);
            last = null;
        }
    }
}
