package cadenza.host.writing;

import java.util.Arrays;
import java.util.List;

/**
 * Finds what is banned as a text comes. A state is immutable, so that a text can go back; places are numbers of folded
 * code points ({@link CaseFolding}) from the beginning of the prime on. For one thread.
 */
final class BanSearch {
    /** Nothing banned has been completed. */
    static final long NOTHING = -1;

    private final CaseFolding folding = new CaseFolding();
    private final PhraseAutomaton phrases;
    private final PhraseAutomaton words;
    private final List<int[]> wordForms;
    private final int remembered;
    private long given; // folded code points of the prime

    BanSearch(Bans bans) {
        List<int[]> phraseForms = bans.phrases().stream().map(folding::fold).toList();
        wordForms = bans.words().stream().map(folding::fold).toList();
        phrases = new PhraseAutomaton(phraseForms);
        words = new PhraseAutomaton(wordForms);
        // One more than the longest word: whether it is whole depends on what is before it.
        remembered = 1 + wordForms.stream().mapToInt(form -> form.length).max().orElse(0);
    }

    /** The state after a prime; what it holds itself is no matter. */
    State after(String prime) {
        given = Long.MAX_VALUE;
        State state = new State(PhraseAutomaton.START, PhraseAutomaton.START, 0, new int[0], NOTHING);
        for (int codePoint : prime.codePoints().toArray()) {
            state = state.accept(codePoint);
        }
        given = state.place();
        return state;
    }

    /** How far the search has come. */
    final class State {
        private final int phrase;
        private final int word;
        private final long place;
        private final int[] last; // folded code points
        private final long banned;

        private State(int phrase, int word, long place, int[] last, long banned) {
            this.phrase = phrase;
            this.word = word;
            this.place = place;
            this.last = last;
            this.banned = banned;
        }

        /** With one more character. Not asked any more once something banned has been completed. */
        State accept(int codePoint) {
            State state = this;
            for (int symbol : folding.fold(codePoint, CaseFolding.last(last, WordCharacters.NONE))) {
                state = state.with(symbol);
                if (state.banned != NOTHING) {
                    return state;
                }
            }
            return state;
        }

        private State with(int symbol) {
            long begin = wordBefore(symbol);
            int nextPhrase = phrases.after(phrase, symbol);
            if (begin == NOTHING && phrases.shortest(nextPhrase) > 0 && place + 1 > given) {
                begin = place + 1 - phrases.shortest(nextPhrase);
            }
            int kept = Math.min(remembered - 1, last.length);
            int[] next = Arrays.copyOfRange(last, last.length - kept, last.length + 1);
            next[kept] = symbol;
            return new State(nextPhrase, words.after(word, symbol), place + 1, next, begin);
        }

        /** Where a banned word begins that ends here if this follows. */
        private long wordBefore(int next) {
            if (words.shortest(word) == 0
                    || place <= given
                    || WordCharacters.joined(CaseFolding.last(last, WordCharacters.NONE), next)) {
                return NOTHING;
            }
            return wordForms.stream()
                    .filter(this::endsWithWhole)
                    .mapToLong(form -> place - form.length)
                    .min()
                    .orElse(NOTHING);
        }

        private boolean endsWithWhole(int[] form) {
            int from = last.length - form.length;
            if (from < 0 || !Arrays.equals(last, from, last.length, form, 0, form.length)) {
                return false;
            }
            int before = from == 0 ? WordCharacters.NONE : last[from - 1];
            return !WordCharacters.joined(before, form[0]);
        }

        /** Where something banned begins that was completed just now; {@link #NOTHING} if nothing was. */
        long banned() {
            return banned;
        }

        /** Where a banned word begins if the text ends here; {@link #NOTHING} if none does. */
        long bannedAtEnd() {
            return banned != NOTHING ? banned : wordBefore(WordCharacters.NONE);
        }

        long place() {
            return place;
        }

        /** From here on what was accepted may turn out to be banned. */
        long undecided() {
            return place - Math.max(phrases.depth(phrase), words.depth(word));
        }
    }
}
