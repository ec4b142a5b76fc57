package cadenza.recurrent;

import cadenza.api.CodePointCodec;
import cadenza.api.CodecState;
import cadenza.api.Vocabulary;
import cadenza.api.document.Text;
import java.util.Arrays;
import java.util.List;

/** The letters a to d, seen by a network with one unit for each token and a last one for what is masked. */
final class FakeMaskedCodec implements MaskedCodec<Text> {
    static final int CONTEXT = 3;

    private final CodePointCodec letters = new CodePointCodec(Vocabulary.of(List.of("a", "b", "c", "d")));

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
    public Vocabulary vocabulary() {
        return letters.vocabulary();
    }

    @Override
    public int[] encode(Text document) {
        return letters.encode(document);
    }

    @Override
    public Text decode(int[] tokens, String title) {
        return letters.decode(tokens, title);
    }

    @Override
    public CodecState start() {
        return letters.start();
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

            /** The first token is of no step. */
            @Override
            public int step(int place) {
                return place == 0 ? -1 : place;
            }

            @Override
            public void units(int step, int[] units) {
                units[0] = masked[step] ? vocabulary().size() : tokens[step];
            }

            @Override
            public void scores(int place, int[] indices) {
                Arrays.setAll(indices, token -> token);
            }
        };
    }
}
