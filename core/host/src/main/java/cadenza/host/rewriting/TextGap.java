package cadenza.host.rewriting;

import cadenza.api.Codec;
import cadenza.api.Effect;
import cadenza.api.MaskedPredictor;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Place;
import cadenza.host.sampling.SamplerSettings;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A gap between two texts, to be filled with so many characters, each chosen from all that stands before it and all that
 * comes behind. Of texts longer than {@value #SHOWN} characters a model is shown so many, those nearest to the gap.
 * Immutable.
 *
 * @param before its title names it in messages; may be empty
 * @param after its title names it in messages; may be empty
 * @param characters of the gap (Unicode code points), 1 or more
 */
public record TextGap(Text before, Text after, int characters) {
    /** How much of each text a model is shown, in characters; ten times as far as any looks yet. */
    private static final int SHOWN = 10_000;

    /**
     * What fills a gap.
     *
     * @param text the characters of the gap alone; if interrupted the first of them, or none
     */
    public record Filled(String text, boolean interrupted) {}

    /** Allows one character a place, so that the gap is as long as it should be. */
    private static final Constraint ONE_CHARACTER = new Constraint() {
        @Override
        public String name() {
            return "--gap";
        }

        @Override
        public void restrict(Choices choices) {
            choices.keep(TextGap::isCharacter);
        }
    };

    /** @throws IllegalArgumentException if there is no gap */
    public TextGap {
        if (characters < 1) {
            throw new IllegalArgumentException("a gap of " + characters + " characters is none");
        }
    }

    private static boolean isCharacter(Effect effect) {
        return effect instanceof Effect.Write write
                && write.characters().codePointCount(0, write.characters().length()) == 1;
    }

    /**
     * Fills it, from left to right. The same seed gives the same text.
     *
     * @param codec of the predictor's model; its documents are texts
     * @param interrupted asked before each character: whether to leave it there
     * @throws UserException if the coding does not know a character of the texts around the gap, or has other than one
     *     token a character; or if the settings do not go with rewriting, see {@link RewritingLoop}
     */
    public Filled fill(
            Codec<?> codec,
            MaskedPredictor predictor,
            SamplerSettings settings,
            long seed,
            BooleanSupplier interrupted) {
        int[] left = encode(codec, "--before", new Text(before.title(), last(before.content())));
        int[] right = encode(codec, "--after", new Text(after.title(), first(after.content())));
        int[] empty = new int[characters];
        Arrays.fill(empty, anyCharacter(codec, left));
        int[] tokens =
                Stream.of(left, empty, right).flatMapToInt(Arrays::stream).toArray();
        int[] gap = IntStream.range(left.length, left.length + characters).toArray();
        Sheet sheet = new Sheet(codec, tokens);
        if (!sheet.open(gap[0])) {
            return new Filled(written(sheet, tokens, gap, characters), false); // the model knows but one character
        }
        RewritingLoop loop = new RewritingLoop(predictor, settings, List.of(ONE_CHARACTER), new Schedule.LeftToRight());
        Rewritten rewritten = loop.rewrite(sheet, gap, seed, interrupted);
        return new Filled(written(sheet, rewritten.tokens(), gap, rewritten.passes()), rewritten.interrupted());
    }

    private static String last(String text) {
        int over = text.codePointCount(0, text.length()) - SHOWN;
        return over > 0 ? text.substring(text.offsetByCodePoints(0, over)) : text;
    }

    private static String first(String text) {
        boolean over = text.codePointCount(0, text.length()) > SHOWN;
        return over ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) : text;
    }

    @SuppressWarnings("unchecked") // a generator's codec holds the documents of its medium
    private static int[] encode(Codec<?> codec, String option, Text text) {
        String given = option + " '" + text.title() + "'";
        int[] tokens;
        try {
            tokens = text.content().isEmpty() ? new int[0] : ((Codec<Text>) codec).encode(text);
        } catch (UnsuitableDocumentException e) {
            throw new UserException(given + " cannot be used: " + e.getMessage(), e);
        }
        int[] codePoints = text.content().codePoints().toArray();
        if (tokens.length != codePoints.length) {
            throw new UserException(given + " has " + codePoints.length + " characters and becomes " + tokens.length
                    + " tokens; gaps can be filled by models with one token a character alone, give another --model");
        }
        List<String> unknown = IntStream.range(0, tokens.length)
                .filter(place -> tokens[place] == Vocabulary.UNKNOWN)
                .mapToObj(place -> Character.toString(codePoints[place]))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UserException(given + " has characters that the model does not know: " + String.join(" ", unknown)
                    + "; leave them out, or train on text that has them");
        }
        return tokens;
    }

    /** A token that may stand behind others and writes one character. */
    private static int anyCharacter(Codec<?> codec, int[] left) {
        Place here = Place.start(codec);
        Arrays.stream(left).forEach(here::follow);
        Choices choices = new Choices(codec.vocabulary().size());
        choices.begin(here.state(), here.playhead());
        choices.keep(TextGap::isCharacter);
        return IntStream.range(0, choices.size())
                .filter(choices::allows)
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "no token of the model writes a single character, and gaps are filled with those; give another"
                                + " --model"));
    }

    private static String written(Sheet sheet, int[] tokens, int[] gap, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            Effect.Write write = (Effect.Write) sheet.effect(gap[i], tokens[gap[i]]);
            text.append(write.characters());
        }
        return text.toString();
    }
}
