package cadenza.training;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Token ids, each in as many bytes as the vocabulary needs: a corpus is mostly these. Immutable. */
public abstract sealed class TokenSequence {
    private static final int BYTE = 1 << Byte.SIZE;
    private static final int CHAR = 1 << Character.SIZE;

    private TokenSequence() {}

    /**
     * Keeps tokens.
     *
     * @param tokens ids of {@code [0, vocabulary)}
     * @param length how many there are
     * @throws IllegalArgumentException if there are others, or more or fewer
     */
    public static TokenSequence of(IntStream tokens, int length, int vocabulary) {
        TokenSequence sequence =
                vocabulary <= BYTE ? new Bytes(length) : vocabulary <= CHAR ? new Chars(length) : new Ints(length);
        Filling filling = new Filling(sequence, vocabulary);
        tokens.forEachOrdered(filling);
        filling.checkFull();
        return sequence;
    }

    /** Keeps a copy of tokens. @throws IllegalArgumentException if one is negative */
    public static TokenSequence of(int... tokens) {
        int highest = Arrays.stream(tokens).max().orElse(0);
        if (highest == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("token " + highest + " is too high");
        }
        return of(Arrays.stream(tokens), tokens.length, highest + 1);
    }

    /** Number of tokens. */
    public abstract int length();

    /** The token at a place of {@code [0, length)}. */
    public abstract int token(int at);

    abstract void set(int at, int token);

    /** How often a token is there. */
    public long count(int token) {
        return IntStream.range(0, length()).filter(at -> token(at) == token).count();
    }

    private static final class Filling implements IntConsumer {
        private final TokenSequence sequence;
        private final int vocabulary;
        private int filled;

        Filling(TokenSequence sequence, int vocabulary) {
            this.sequence = sequence;
            this.vocabulary = vocabulary;
        }

        @Override
        public void accept(int token) {
            if (token < 0 || token >= vocabulary) {
                throw new IllegalArgumentException("token " + token + " is not in 0.." + (vocabulary - 1));
            }
            if (filled == sequence.length()) {
                throw new IllegalArgumentException("there are more than " + filled + " tokens");
            }
            sequence.set(filled, token);
            filled++;
        }

        void checkFull() {
            if (filled < sequence.length()) {
                throw new IllegalArgumentException("there are " + filled + " tokens, not " + sequence.length());
            }
        }
    }

    private static final class Bytes extends TokenSequence {
        private final byte[] ids;

        Bytes(int length) {
            ids = new byte[length];
        }

        @Override
        public int length() {
            return ids.length;
        }

        @Override
        public int token(int at) {
            return Byte.toUnsignedInt(ids[at]);
        }

        @Override
        void set(int at, int token) {
            ids[at] = (byte) token;
        }
    }

    private static final class Chars extends TokenSequence {
        private final char[] ids;

        Chars(int length) {
            ids = new char[length];
        }

        @Override
        public int length() {
            return ids.length;
        }

        @Override
        public int token(int at) {
            return ids[at];
        }

        @Override
        void set(int at, int token) {
            ids[at] = (char) token;
        }
    }

    private static final class Ints extends TokenSequence {
        private final int[] ids;

        Ints(int length) {
            ids = new int[length];
        }

        @Override
        public int length() {
            return ids.length;
        }

        @Override
        public int token(int at) {
            return ids[at];
        }

        @Override
        void set(int at, int token) {
            ids[at] = token;
        }
    }
}
