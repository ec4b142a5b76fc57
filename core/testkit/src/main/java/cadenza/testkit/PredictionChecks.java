package cadenza.testkit;

import cadenza.api.BatchPredictor;
import cadenza.api.Predictor;
import cadenza.api.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a model's predictors give: the same for the same tokens, whoever else runs beside them. */
final class PredictionChecks {
    private static final int THREADS = 4;

    private final Specimen specimen;

    PredictionChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return new CheckGroup(
                "prediction",
                new Check("the same seed gives the same tokens", this::sameSeed),
                new Check("logits are finite and as many as tokens, after the unknown token too", this::logits),
                new Check("every generation starts from the same zero state", this::zeroState),
                new Check("predictors do not disturb each other", this::independence),
                new Check("a batch predicts what each predictor would alone", this::batch),
                new Check("several threads sample from one model what one would", this::threads),
                new Check("a copy of a predictor goes its own way", this::copies));
    }

    private void sameSeed() {
        for (long seed = 0; seed < Specimen.SEEDS; seed++) {
            ContractViolation.unless(
                    Arrays.equals(specimen.sample(1, seed), specimen.sample(1, seed)),
                    "seed %d gives other tokens the second time",
                    seed);
        }
    }

    private void logits() {
        specimen.askOfImprovisers();
        int size = specimen.vocabulary().size();
        for (int[] tokens : specimen.sampled()) {
            int[] withUnknown = Arrays.copyOf(tokens, tokens.length + 1);
            withUnknown[tokens.length] = Vocabulary.UNKNOWN;
            List<float[]> all = Trial.logits(specimen.model().start(), withUnknown);
            for (int step = 0; step < all.size(); step++) {
                float[] logits = all.get(step);
                ContractViolation.unless(
                        logits.length == size, "%d logits for %d tokens, %s", logits.length, size, after(step));
                for (int token = 0; token < size; token++) {
                    ContractViolation.unless(
                            Float.isFinite(logits[token]),
                            "the logit of token %d is %s, %s",
                            token,
                            logits[token],
                            after(step));
                }
            }
        }
    }

    private void zeroState() {
        specimen.askOfImprovisers();
        float[] first = specimen.model().start().first().clone();
        Predictor used = specimen.model().start();
        assertSame(first, used.first(), "of a second predictor, " + after(0));
        for (int token : specimen.sample(1, 1)) {
            used.next(token);
        }
        assertSame(first, specimen.model().start().first(), "after another generation, " + after(0));
    }

    private void independence() {
        specimen.askOfImprovisers();
        int[] one = specimen.sample(1, 1);
        int[] two = specimen.sample(1, 2);
        List<float[]> aloneOne = Trial.logits(specimen.model().start(), one);
        List<float[]> aloneTwo = Trial.logits(specimen.model().start(), two);
        Predictor first = specimen.model().start();
        Predictor second = specimen.model().start();
        assertSame(aloneOne.get(0), first.first(), after(0));
        assertSame(aloneTwo.get(0), second.first(), after(0));
        for (int i = 0; i < Math.min(one.length, two.length); i++) {
            // Both are asked before either is looked at: an array may be a predictor's own, but not their common one.
            float[] ofFirst = first.next(one[i]);
            float[] ofSecond = second.next(two[i]);
            assertSame(aloneOne.get(i + 1), ofFirst, "with another generation between, " + after(i + 1));
            assertSame(aloneTwo.get(i + 1), ofSecond, "with another generation between, " + after(i + 1));
        }
    }

    private void batch() {
        specimen.askOfImprovisers();
        List<int[]> sequences = List.of(specimen.sample(1, 1), specimen.sample(1, 2), specimen.sample(1, 3));
        BatchPredictor batch = specimen.model().start(sequences.size());
        List<List<float[]>> alone = sequences.stream()
                .map(tokens -> Trial.logits(specimen.model().start(), tokens))
                .toList();
        float[][] logits = batch.first();
        int longest = sequences.stream().mapToInt(tokens -> tokens.length).max().orElseThrow();
        for (int step = 0; step <= longest; step++) {
            int[] next = new int[sequences.size()];
            for (int lane = 0; lane < next.length; lane++) {
                int[] tokens = sequences.get(lane);
                if (step <= tokens.length) {
                    assertSame(alone.get(lane).get(step), logits[lane], "in lane " + lane + ", " + after(step));
                }
                next[lane] = step < tokens.length ? tokens[step] : BatchPredictor.RESTING;
            }
            if (step < longest) {
                logits = batch.next(next);
            }
        }
    }

    private void threads() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<int[]>> actual = new ArrayList<>();
            for (int seed = 1; seed <= THREADS; seed++) {
                int own = seed;
                actual.add(threads.submit(() -> specimen.sample(1, own)));
            }
            for (int seed = 1; seed <= THREADS; seed++) {
                ContractViolation.unless(
                        Arrays.equals(actual.get(seed - 1).get(), specimen.sample(1, seed)),
                        "seed %d gives other tokens beside other threads",
                        seed);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void copies() {
        specimen.askOfImprovisers();
        int[] tokens = specimen.sample(1, 1);
        List<float[]> expected = Trial.logits(specimen.model().start(), tokens);
        Predictor original = specimen.model().start();
        original.first();
        if (original.copy().isEmpty()) {
            throw new NotAsked("its predictors have no copies; the host lets a new one follow all tokens again");
        }
        for (int i = 0; i < tokens.length; i++) {
            Optional<Predictor> copy = original.copy();
            ContractViolation.unless(
                    copy.isPresent(), "there was a copy at the beginning, and there is none %s", after(i));
            assertSame(expected.get(i + 1), copy.get().next(tokens[i]), "of a copy, " + after(i + 1));
            copy.get().next(tokens[tokens.length - 1]); // goes on alone
            assertSame(expected.get(i + 1), original.next(tokens[i]), "of the copied one, " + after(i + 1));
        }
    }

    /** @throws ContractViolation if a bit differs */
    static void assertSame(float[] expected, float[] actual, String which) {
        if (expected.length != actual.length) {
            throw new ContractViolation(expected.length + " logits, then " + actual.length + ", " + which);
        }
        for (int token = 0; token < expected.length; token++) {
            if (Float.floatToRawIntBits(expected[token]) != Float.floatToRawIntBits(actual[token])) {
                throw new ContractViolation("the logit of token " + token + " is " + expected[token] + " and then "
                        + actual[token] + ", " + which);
            }
        }
    }

    static String after(int tokens) {
        return tokens == 0 ? "after the empty input" : "after " + tokens + (tokens == 1 ? " token" : " tokens");
    }
}
