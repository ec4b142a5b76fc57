package cadenza.host.writing;

import cadenza.api.CodePointCodec;
import cadenza.api.Codec;
import cadenza.api.Model;
import cadenza.api.ModelContents;
import cadenza.api.Predictor;
import cadenza.api.Settings;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import java.util.Map;
import java.util.Optional;

/** A text model whose logits follow, in no order that one could guess, from the last two characters. */
final class RandomLetters implements Model {
    private final CodePointCodec codec;
    private final boolean copied;

    /** @param copied whether its predictors can be */
    RandomLetters(String letters, boolean copied) {
        codec = new CodePointCodec(
                Vocabulary.of(letters.codePoints().mapToObj(Character::toString).toList()));
        this.copied = copied;
    }

    @Override
    public Codec<?> codec() {
        return codec;
    }

    @Override
    public Predictor start() {
        return new LastTwo(0, 0);
    }

    private final class LastTwo implements Predictor {
        private int before;
        private int last;

        LastTwo(int before, int last) {
            this.before = before;
            this.last = last;
        }

        @Override
        public float[] first() {
            return logits();
        }

        @Override
        public float[] next(int token) {
            before = last;
            last = token;
            return logits();
        }

        private float[] logits() {
            float[] logits = new float[codec.vocabulary().size()];
            for (int token = 0; token < logits.length; token++) {
                long stirred = (before * 31L + last) * 0x9e3779b97f4a7c15L + token * 0xbf58476d1ce4e5b9L;
                stirred ^= stirred >>> 29;
                logits[token] = (stirred * 0x94d049bb133111ebL >>> 60) / 8f;
            }
            return logits;
        }

        @Override
        public Optional<Predictor> copy() {
            return copied ? Optional.of(new LastTwo(before, last)) : Optional.empty();
        }
    }

    @Override
    public ModelContents contents() {
        return new ModelContents(Settings.empty(), codec.vocabulary(), Map.of());
    }

    /** The tokens of a text. */
    int[] tokens(String text) {
        return codec.encode(new Text("prime", text));
    }
}
