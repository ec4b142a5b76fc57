package cadenza.testkit;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.MaskedPredictor;
import cadenza.api.Vocabulary;
import cadenza.host.rewriting.Sheet;
import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What predictors of masked tokens give, and what their codec promises beside. */
final class RewritingChecks {
    private static final int THREADS = 2;

    private final Specimen specimen;

    RewritingChecks(Specimen specimen) {
        this.specimen = specimen;
    }

    CheckGroup group() {
        return new CheckGroup(
                "rewriting",
                new Check("a model improvises, predicts masked tokens, or both", this::either),
                new Check("a model that does not improvise refuses to start", this::refusal),
                new Check("masked logits are finite, and as many as tokens for each masked place", this::shape),
                new Check("what stands in a masked place makes no difference", this::blindness),
                new Check("the same places give the same masked logits, whatever was asked before", this::repetition),
                new Check("predictors of masked tokens do not disturb each other", this::independence),
                new Check("several threads predict masked tokens as one would", this::threads),
                new Check("any token that is allowed at a place can stand there", this::anyToken));
    }

    private void either() {
        ContractViolation.unless(
                specimen.model().improvises() || specimen.model().masked().isPresent(),
                "the model neither improvises nor predicts masked tokens");
    }

    private void refusal() {
        if (specimen.model().improvises()) {
            throw new NotAsked("the model improvises");
        }
        assertRefused("start()", () -> specimen.model().start());
        assertRefused("start(2)", () -> specimen.model().start(2));
    }

    private static void assertRefused(String method, Runnable call) {
        try {
            call.run();
        } catch (UnsupportedOperationException e) {
            return;
        }
        throw new ContractViolation(
                "the model does not improvise, and " + method + " throws no UnsupportedOperationException");
    }

    private void shape() {
        MaskedPredictor predictor = specimen.masked();
        int size = specimen.vocabulary().size();
        for (Sheet sheet : specimen.sheets()) {
            for (int[] masked : masks(sheet)) {
                float[][] logits = predictor.logits(sheet.tokens(), masked);
                ContractViolation.unless(
                        logits.length == masked.length,
                        "%d predictions for %d masked places",
                        logits.length,
                        masked.length);
                for (int i = 0; i < masked.length; i++) {
                    assertSound(logits[i], size, masked[i]);
                }
            }
        }
    }

    private static void assertSound(float[] logits, int size, int place) {
        ContractViolation.unless(
                logits.length == size, "%d logits for %d tokens, at place %d", logits.length, size, place);
        for (int token = 0; token < size; token++) {
            ContractViolation.unless(
                    Float.isFinite(logits[token]),
                    "the logit of token %d is %s, at place %d",
                    token,
                    logits[token],
                    place);
        }
    }

    private void blindness() {
        MaskedPredictor predictor = specimen.masked();
        Xoshiro256 random = new Xoshiro256(1);
        for (Sheet sheet : specimen.sheets()) {
            for (int[] masked : masks(sheet)) {
                float[][] expected = copied(predictor.logits(sheet.tokens(), masked));
                float[][] actual = predictor.logits(replaced(sheet, masked, random), masked);
                assertSame(expected, actual, "with other tokens in the masked places");
            }
        }
    }

    private void repetition() {
        MaskedPredictor predictor = specimen.masked();
        for (Sheet sheet : specimen.sheets()) {
            List<float[][]> once = logits(predictor, sheet);
            assertSame(once, logits(predictor, sheet), "the second time");
            assertSame(once, logits(specimen.masked(), sheet), "of a second predictor");
        }
    }

    private void independence() {
        List<Sheet> sheets = specimen.sheets();
        Sheet one = sheets.get(0);
        Sheet other = sheets.get(sheets.size() - 1);
        List<float[][]> aloneOne = logits(specimen.masked(), one);
        List<float[][]> aloneOther = logits(specimen.masked(), other);
        MaskedPredictor first = specimen.masked();
        MaskedPredictor second = specimen.masked();
        List<int[]> masksOne = masks(one);
        List<int[]> masksOther = masks(other);
        for (int i = 0; i < Math.min(masksOne.size(), masksOther.size()); i++) {
            // Both are asked before either is looked at: an array may be a predictor's own, but not their common one.
            float[][] ofFirst = first.logits(one.tokens(), masksOne.get(i));
            float[][] ofSecond = second.logits(other.tokens(), masksOther.get(masksOther.size() - 1 - i));
            assertSame(aloneOne.get(i), ofFirst, "with another predictor between");
            assertSame(aloneOther.get(masksOther.size() - 1 - i), ofSecond, "with another predictor between");
        }
    }

    private void threads() throws InterruptedException, ExecutionException {
        specimen.masked(); // says whether to ask at all
        List<Sheet> sheets = specimen.sheets();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<List<float[][]>>>> actual = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                actual.add(threads.submit(() -> {
                    MaskedPredictor own = specimen.masked();
                    return sheets.stream().map(sheet -> logits(own, sheet)).toList();
                }));
            }
            for (Future<List<List<float[][]>>> one : actual) {
                for (int i = 0; i < sheets.size(); i++) {
                    assertSame(
                            logits(specimen.masked(), sheets.get(i)), one.get().get(i), "beside other threads");
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Of all places at once, drawn at random: whatever stands before, each allows and does the same. */
    private void anyToken() {
        specimen.masked(); // says whether to ask at all
        Xoshiro256 random = new Xoshiro256(1);
        for (Sheet sheet : specimen.sheets()) {
            int[] places = IntStream.range(0, sheet.length()).toArray();
            for (int time = 0; time < Specimen.SEEDS; time++) {
                int[] tokens = replaced(sheet, places, random);
                assertSameGrammar(sheet, tokens);
                specimen.codec().decode(tokens, "replaced");
            }
        }
    }

    private void assertSameGrammar(Sheet sheet, int[] tokens) {
        CodecState state = specimen.codec().start();
        boolean[] allowed = new boolean[specimen.vocabulary().size()];
        for (int place = 0; place < tokens.length; place++) {
            state.allowed(allowed);
            for (int token = 0; token < allowed.length; token++) {
                ContractViolation.unless(
                        allowed[token] == sheet.allows(place, token),
                        "'%s' is %s at place %d, and not when other tokens stand before",
                        specimen.vocabulary().symbol(token),
                        sheet.allows(place, token) ? "allowed" : "forbidden",
                        place);
                if (allowed[token]) {
                    assertSameEffect(sheet.effect(place, token), state.effect(token), place);
                }
            }
            ContractViolation.unless(
                    place == tokens.length - 1 || !(state.effect(tokens[place]) instanceof Effect.End),
                    "'%s' ends the document, and is allowed at place %d of %d",
                    specimen.vocabulary().symbol(tokens[place]),
                    place,
                    tokens.length);
            state.accept(tokens[place]);
        }
    }

    /** How a token sounds on may depend on what stands before. */
    private static void assertSameEffect(Effect expected, Effect actual, int place) {
        ContractViolation.unless(
                expected.equals(actual) || soundsOn(expected) && soundsOn(actual),
                "at place %d a token does %s, and %s when other tokens stand before",
                place,
                expected,
                actual);
    }

    private static boolean soundsOn(Effect effect) {
        return effect instanceof Effect.Prolong || effect instanceof Effect.None;
    }

    /** Masks of one place, of some, and of all of those that the host ever masks: the open ones. */
    private static List<int[]> masks(Sheet sheet) {
        int[] open = sheet.places();
        int last = open.length - 1;
        if (last < 0) {
            return List.of();
        }
        return List.of(
                new int[] {open[0]},
                new int[] {open[last]},
                new int[] {open[last / 2]},
                IntStream.rangeClosed(0, last)
                        .filter(i -> i % 3 == 0)
                        .map(i -> open[i])
                        .toArray(),
                open);
    }

    /** What a predictor gives for all masks of a sheet, copied. */
    static List<float[][]> logits(MaskedPredictor predictor, Sheet sheet) {
        return masks(sheet).stream()
                .map(masked -> copied(predictor.logits(sheet.tokens(), masked)))
                .toList();
    }

    private static float[][] copied(float[][] logits) {
        return Arrays.stream(logits).map(float[]::clone).toArray(float[][]::new);
    }

    /** @throws ContractViolation if a bit differs */
    static void assertSame(List<float[][]> expected, List<float[][]> actual, String which) {
        for (int i = 0; i < expected.size(); i++) {
            assertSame(expected.get(i), actual.get(i), which);
        }
    }

    private static void assertSame(float[][] expected, float[][] actual, String which) {
        for (int i = 0; i < expected.length; i++) {
            PredictionChecks.assertSame(
                    expected[i], actual[i], which + ", masked place " + (i + 1) + " of " + expected.length);
        }
    }

    /** Tokens of a sheet with other allowed ones, drawn at random, in some places. */
    private static int[] replaced(Sheet sheet, int[] places, Xoshiro256 random) {
        int[] tokens = sheet.tokens();
        for (int place : places) {
            int[] allowed = IntStream.range(
                            Vocabulary.UNKNOWN + 1, sheet.codec().vocabulary().size())
                    .filter(token -> sheet.allows(place, token))
                    .toArray();
            tokens[place] = allowed[(int) (random.nextDouble() * allowed.length)];
        }
        return tokens;
    }
}
