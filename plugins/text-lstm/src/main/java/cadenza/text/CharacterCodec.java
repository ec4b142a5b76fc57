package cadenza.text;

import cadenza.api.CodePointCodec;
import cadenza.api.Settings;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import cadenza.recurrent.LastTokenCodec;
import cadenza.training.TokenSequence;
import java.util.Map;

/** {@link CodePointCodec} for a recurrent network, whose only input is the last token. */
final class CharacterCodec extends LastTokenCodec<Text> {
    private final CodePointCodec codePoints;

    private CharacterCodec(CodePointCodec codePoints) {
        super(codePoints);
        this.codePoints = codePoints;
    }

    /** The codec of a vocabulary out of a model file; there are no further settings. */
    static CharacterCodec open(Vocabulary vocabulary, Settings settings) {
        return new CharacterCodec(new CodePointCodec(vocabulary));
    }

    /** The codec of all code points that occur at least so often. */
    static CharacterCodec of(Map<Integer, Long> counts, long fewest) {
        return new CharacterCodec(CodePointCodec.of(counts, fewest));
    }

    /** The codec of a vocabulary and, behind it, of all further code points that occur at least so often. */
    static CharacterCodec grown(Vocabulary known, Map<Integer, Long> counts, long fewest) {
        return new CharacterCodec(CodePointCodec.grown(known, counts, fewest));
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
}
