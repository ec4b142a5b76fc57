package cadenza.host.rewriting;

import cadenza.api.Codec;
import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.Vocabulary;
import cadenza.api.document.Document;
import cadenza.api.document.Meter;
import java.util.Arrays;
import java.util.List;

/**
 * A codec of two voices on a grid of sixteenths in 4/4: a beginning, then for each sixteenth one token for the higher
 * voice, one for the lower, and a step. A voice has the pitches C, C sharp and D, a rest, and holds what sounds. What is
 * allowed at a place follows from its number alone.
 */
final class FakeGrid implements Codec<Document> {
    static final int BEGIN = 1;
    static final int STEP = 2;
    static final int HOLD = 3;

    /** Of the higher voice; those of the lower one are {@link #LOWER} further on. */
    static final int REST = 4;

    static final int C = 5;
    static final int C_SHARP = 6;
    static final int D = 7;
    static final int LOWER = 4;

    private static final int SIXTEENTH = 120;
    private static final Vocabulary VOCABULARY =
            Vocabulary.of(List.of("begin", "step", "hold", "rest", "c", "c#", "d", "REST", "C", "C#", "D"));

    /** Tokens of so many sixteenths, in which all voices rest. */
    static int[] rests(int sixteenths) {
        int[] tokens = new int[1 + 3 * sixteenths];
        for (int place = 0; place < tokens.length; place++) {
            tokens[place] = place == 0 ? BEGIN : place % 3 == 0 ? STEP : REST + (place % 3 == 2 ? LOWER : 0);
        }
        return tokens;
    }

    /** Where a voice, 0 or 1, has its token of a sixteenth. */
    static int place(int sixteenth, int voice) {
        return 1 + 3 * sixteenth + voice;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public int[] encode(Document document) {
        throw new UnsupportedOperationException("tokens are given");
    }

    @Override
    public Document decode(int[] tokens, String title) {
        throw new UnsupportedOperationException("tokens are looked at");
    }

    @Override
    public CodecState start() {
        return new State();
    }

    private static final class State implements CodecState {
        private int place;

        @Override
        public void allowed(boolean[] allowed) {
            Arrays.fill(allowed, false);
            int voice = place % 3 - 1;
            if (place == 0) {
                allowed[BEGIN] = true;
            } else if (voice < 0) {
                allowed[STEP] = true;
            } else {
                allowed[HOLD] = true;
                Arrays.fill(allowed, REST + voice * LOWER, REST + (voice + 1) * LOWER, true);
            }
        }

        @Override
        public Effect effect(int token) {
            int voice = token < REST + LOWER ? 0 : 1;
            int own = token - voice * LOWER;
            return switch (own) {
                case BEGIN -> new Effect.Begin(Meter.COMMON, 0);
                case STEP -> new Effect.Advance(SIXTEENTH);
                case REST -> new Effect.Silence(voice);
                case C, C_SHARP, D -> new Effect.Sound(voice, 60 + own - C);
                default -> new Effect.None();
            };
        }

        @Override
        public void accept(int token) {
            place++;
        }
    }
}
