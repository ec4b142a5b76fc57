package cadenza.gap;

import cadenza.api.CodePointCodec;
import cadenza.api.CodecState;
import cadenza.api.Settings;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import cadenza.recurrent.MaskedCodec;
import cadenza.recurrent.MaskedSequence;
import cadenza.training.TokenSequence;
import java.util.Arrays;
import java.util.Map;

/** {@link CodePointCodec} for a bidirectional network, which sees each character, or that it is masked. */
final class GapCodec implements MaskedCodec<Text> {
    /** Characters: as far as the stretches of a training reach to either side of a gap in their middle. */
    private static final int CONTEXT = 96;

    private final CodePointCodec codePoints;

    private GapCodec(CodePointCodec codePoints) {
        this.codePoints = codePoints;
    }

    /** The codec of a vocabulary out of a model file; there are no further settings. */
    static GapCodec open(Vocabulary vocabulary, Settings settings) {
        return new GapCodec(new CodePointCodec(vocabulary));
    }

    /** The codec of all code points that occur at least so often. */
    static GapCodec of(Map<Integer, Long> counts, long fewest) {
        return new GapCodec(CodePointCodec.of(counts, fewest));
    }

    /** The codec of a vocabulary and, behind it, of all further code points that occur at least so often. */
    static GapCodec grown(Vocabulary known, Map<Integer, Long> counts, long fewest) {
        return new GapCodec(CodePointCodec.grown(known, counts, fewest));
    }

    /** The unit that says that a character is masked; it stands first, so that a vocabulary can grow behind it. */
    static final int MASKED = 0;

    /** The unit of a token. */
    static int unit(int token) {
        return token + 1;
    }

    @Override
    public Vocabulary vocabulary() {
        return codePoints.vocabulary();
    }

    @Override
    public int inputs() {
        return vocabulary().size() + 1;
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public int scores() {
        return vocabulary().size();
    }

    @Override
    public int terms() {
        return 1;
    }

    @Override
    public int targets() {
        return 1;
    }

    @Override
    public int context() {
        return CONTEXT;
    }

    @Override
    public int[] encode(Text text) {
        return codePoints.encode(text);
    }

    /** The tokens of {@link #encode}, kept for training. */
    TokenSequence tokens(Text text) {
        int length = text.content().codePointCount(0, text.content().length());
        return TokenSequence.of(codePoints.tokens(text), length, vocabulary().size());
    }

    @Override
    public Text decode(int[] tokens, String title) {
        return codePoints.decode(tokens, title);
    }

    @Override
    public CodecState start() {
        return codePoints.start();
    }

    @Override
    public MaskedSequence read(int[] tokens, boolean[] masked) {
        return new MaskedSequence() {
            @Override
            public int steps() {
                return tokens.length;
            }

            @Override
            public int place(int step, int which) {
                return step;
            }

            @Override
            public int step(int place) {
                return place;
            }

            @Override
            public void units(int step, int[] units) {
                units[0] = masked[step] ? MASKED : unit(tokens[step]);
            }

            @Override
            public void scores(int place, int[] indices) {
                // Any character may stand anywhere, and has a score of its own.
                Arrays.setAll(indices, token -> token);
            }
        };
    }
}
