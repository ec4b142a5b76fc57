package cadenza.chorale;

/**
 * Where the tokens of a piece lie: {@code BEGIN}, {@code KEY}, then for each step one token a voice, the highest first,
 * and {@code STEP}.
 *
 * @param voices 2 or more
 */
record GridLayout(int voices) {
    static final int BEGIN = 0;
    static final int KEY = 1;

    private static final int HEAD = 2;

    /** The place of a voice's token at a step. */
    int place(int step, int voice) {
        return HEAD + step * (voices + 1) + voice;
    }

    /** The step of a place; negative in the head. */
    int step(int place) {
        return place < HEAD ? -1 : (place - HEAD) / (voices + 1);
    }

    /** The voice of a place; as many as there are voices for a {@code STEP}, negative in the head. */
    int voice(int place) {
        return place < HEAD ? -1 : (place - HEAD) % (voices + 1);
    }

    /** Whether a voice's token stands in a place. */
    boolean isCell(int place) {
        return place >= HEAD && voice(place) < voices;
    }

    /** Number of steps, whole or not, of so many tokens. */
    int steps(int tokens) {
        return Math.max(0, (tokens - HEAD + voices) / (voices + 1));
    }

    /** Number of tokens of so many whole steps. */
    int tokens(int steps) {
        return HEAD + steps * (voices + 1);
    }
}
