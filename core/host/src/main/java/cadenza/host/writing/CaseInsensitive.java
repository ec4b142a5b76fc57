package cadenza.host.writing;

import java.util.List;

/** A text in which one looks for others whatever their case ({@link CaseFolding}). For one thread. */
public final class CaseInsensitive {
    private final int[] text;
    private final CaseFolding folding = new CaseFolding();

    public CaseInsensitive(String text) {
        this.text = folding.fold(text);
    }

    /** Whether it holds another text, within longer words too. */
    public boolean contains(String part) {
        int[] form = folding.fold(part);
        if (form.length == 0) {
            return true;
        }
        PhraseAutomaton automaton = new PhraseAutomaton(List.of(form));
        int state = PhraseAutomaton.START;
        for (int symbol : text) {
            state = automaton.after(state, symbol);
            if (automaton.shortest(state) > 0) {
                return true;
            }
        }
        return false;
    }
}
