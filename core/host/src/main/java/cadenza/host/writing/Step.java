package cadenza.host.writing;

import cadenza.api.CodecState;
import cadenza.api.Predictor;
import java.util.BitSet;
import java.util.Optional;

/** A place in a text to which it may go back, and what was chosen there. */
final class Step {
    /** Tokens before it, those of the prime not counted. */
    final int tokens;

    /** Characters before it. */
    final long characters;

    final TextEnd end;
    final BanSearch.State bans;
    final float[] logits;
    final Optional<Predictor> predictor;
    final Optional<? extends CodecState> codec;
    final BitSet refused = new BitSet();

    private int token;
    private String written = "";

    Step(
            int tokens,
            long characters,
            TextEnd end,
            BanSearch.State bans,
            float[] logits,
            Optional<Predictor> predictor,
            Optional<? extends CodecState> codec) {
        this.tokens = tokens;
        this.characters = characters;
        this.end = end;
        this.bans = bans;
        this.logits = logits;
        this.predictor = predictor;
        this.codec = codec;
    }

    void choose(int chosen, String characters) {
        token = chosen;
        written = characters;
    }

    /** What was chosen here. */
    int token() {
        return token;
    }

    /** What that writes. */
    String written() {
        return written;
    }
}
