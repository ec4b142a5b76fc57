package cadenza.host.writing;

import java.util.List;

/** Ends a text before the first of some strings, exactly as they are written. Of two that end together the longer counts. */
record StopString(PhraseAutomaton stops, int state, long count) implements TextEnd {
    static StopString of(List<String> stops) {
        List<int[]> phrases =
                stops.stream().map(stop -> stop.codePoints().toArray()).toList();
        return new StopString(new PhraseAutomaton(phrases), PhraseAutomaton.START, 0);
    }

    @Override
    public TextEnd accept(int codePoint) {
        return new StopString(stops, stops.after(state, codePoint), count + 1);
    }

    @Override
    public long end() {
        int length = stops.longest(state);
        return length > 0 ? count - length : OPEN;
    }

    @Override
    public int undecided() {
        return stops.depth(state);
    }
}
