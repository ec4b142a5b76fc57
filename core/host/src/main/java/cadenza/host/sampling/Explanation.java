package cadenza.host.sampling;

import cadenza.api.Vocabulary;
import cadenza.host.sampling.stage.Candidates;
import cadenza.host.sampling.stage.Stage;
import cadenza.host.sampling.stage.Temperature;
import cadenza.host.sampling.stage.TokenSymbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells a person how each token was chosen: the likeliest candidates as the network says, and what each stage changed or
 * took out. A step is told when its token is accepted; tokens of a prime are not chosen, and not told. One thread.
 */
public final class Explanation implements SamplerListener {
    /** After so many steps the rest is not told: a page that no one reads should not fill a disk. */
    public static final int MOST_STEPS = 10_000;

    /** So many candidates are named. */
    private static final int NAMED = 8;

    /** What would be shown as 0.00 is not named. */
    private static final double LEAST = 0.005;

    private static final int NONE = -1;

    private final Vocabulary vocabulary;
    private final Consumer<String> page;
    private final double[] scores; // before the stage that is told next
    private final double[] weights; // likewise; not set before temperature
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> refused = new ArrayList<>();
    private boolean weighed;
    private int chosen = NONE;
    private int told;

    /** @param page takes the explanation, some lines with their ends at a time */
    public Explanation(Vocabulary vocabulary, Consumer<String> page) {
        this.vocabulary = vocabulary;
        this.page = page;
        scores = new double[vocabulary.size()];
        weights = new double[vocabulary.size()];
    }

    @Override
    public void begun(float[] network, Candidates candidates) {
        if (chosen != NONE) {
            refused.add(chosen);
        }
        lines.clear();
        weighed = false;
        double[] probabilities = softmax(network);
        lines.add("network: " + leading(token -> candidates.allows(token) ? probabilities[token] : 0));
        int forbidden = 0;
        double together = 0;
        for (int token = 0; token < scores.length; token++) {
            if (!candidates.allows(token)) {
                forbidden++;
                together += probabilities[token];
            }
            scores[token] = network[token];
        }
        if (100 * together >= LEAST) {
            lines.add("forbidden: " + forbidden + " of " + scores.length + ", with " + percent(together));
        }
        String preferences = changes(candidates);
        if (!preferences.isEmpty()) {
            lines.add("constraints: " + preferences);
        }
        keep(candidates);
    }

    private static double[] softmax(float[] logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int token = 0; token < logits.length; token++) {
            probabilities[token] = StrictMath.exp(logits[token] - highest);
            sum += probabilities[token];
        }
        for (int token = 0; token < logits.length; token++) {
            probabilities[token] /= sum;
        }
        return probabilities;
    }

    @Override
    public void applied(Stage stage, Candidates candidates) {
        String done;
        if (stage instanceof Temperature) {
            weighed = true;
            double sum = candidates.sum();
            done = leading(token -> candidates.weight(token) / sum);
        } else if (weighed) {
            done = removed(candidates);
        } else {
            String changes = changes(candidates);
            done = changes.isEmpty() ? "changes nothing" : changes;
        }
        lines.add(stage.name() + ": " + done);
        keep(candidates);
    }

    private void keep(Candidates candidates) {
        for (int token = 0; token < scores.length; token++) {
            scores[token] = candidates.score(token);
            weights[token] = weighed ? candidates.weight(token) : 0;
        }
    }

    /** What scores of allowed tokens were changed by, the greatest changes first. */
    private String changes(Candidates candidates) {
        List<Integer> changed = IntStream.range(0, scores.length)
                .filter(token -> candidates.allows(token) && Math.abs(candidates.score(token) - scores[token]) >= LEAST)
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -Math.abs(candidates.score(token) - scores[token])))
                .toList();
        return named(
                changed,
                token -> String.format(
                        Locale.ROOT, "%+.2f on %s", candidates.score(token) - scores[token], quoted(token)));
    }

    private String removed(Candidates candidates) {
        double sum = 0;
        int left = 0;
        for (int token = 0; token < weights.length; token++) {
            sum += weights[token];
            left += candidates.weight(token) > 0 ? 1 : 0;
        }
        double all = sum;
        List<Integer> out = IntStream.range(0, weights.length)
                .filter(token -> weights[token] > 0 && candidates.weight(token) == 0)
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -weights[token]))
                .toList();
        List<Integer> likely = out.stream()
                .filter(token -> 100 * weights[token] / all >= LEAST)
                .toList();
        return left + " left, " + out.size() + " out"
                + (likely.isEmpty() ? "" : ": ")
                + named(likely, token -> quoted(token) + " " + percent(weights[token] / all));
    }

    /** The likeliest tokens that are possible at all. */
    private String leading(IntToDoubleFunction probability) {
        return IntStream.range(0, scores.length)
                .filter(token -> 100 * probability.applyAsDouble(token) >= LEAST)
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -probability.applyAsDouble(token)))
                .limit(NAMED)
                .map(token -> quoted(token) + " " + percent(probability.applyAsDouble(token)))
                .collect(Collectors.joining(", "));
    }

    private static String named(List<Integer> tokens, IntFunction<String> name) {
        String first = tokens.stream().limit(NAMED).map(name::apply).collect(Collectors.joining(", "));
        return tokens.size() > NAMED ? first + " and " + (tokens.size() - NAMED) + " more" : first;
    }

    private String quoted(int token) {
        return '"' + TokenSymbol.escaped(vocabulary.symbol(token)) + '"';
    }

    private static String percent(double probability) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * probability);
    }

    @Override
    public void chosen(int token) {
        chosen = token;
    }

    @Override
    public void accepted(int token, int length) {
        if (token == chosen && told < MOST_STEPS) {
            tell(token, length);
        }
        chosen = NONE;
        refused.clear();
    }

    private void tell(int token, int length) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        StringBuilder text = new StringBuilder(
                "step " + length + ": " + quoted(token) + ", " + percent(weights[token] / sum) + " of what was left\n");
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        if (!refused.isEmpty()) {
            text.append("  chosen before, and refused: ")
                    .append(named(refused, this::quoted))
                    .append('\n');
        }
        if (++told == MOST_STEPS) {
            text.append("further steps are not told\n");
        }
        page.accept(text.toString());
    }

    @Override
    public void rewound(int length) {
        chosen = NONE;
        refused.clear();
        if (told < MOST_STEPS) {
            page.accept(length == 0 ? "back to the beginning\n" : "back to step " + length + "\n");
        }
    }
}
