package cadenza.host.novelty;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Parts a text, as it comes, into what lies in long runs of the training text (over {@value TextNovelty#LONG}
 * characters) and what does not. A passage is handed on as soon as that is known: the length of an n-gram later, or at
 * the end of a run. For one text and one thread.
 */
public final class CopiedPassages implements Consumer<String> {
    /** Hears of all of a text, passage after passage. */
    public interface Listener {
        /** @param text not empty @param copied whether it lies in a long run */
        void passage(String text, boolean copied);
    }

    private final RunFinder finder;
    private final Listener listener;
    private final Deque<Integer> pending = new ArrayDeque<>(); // code points from place on
    private final PriorityQueue<TextRun> longRuns = new PriorityQueue<>(Comparator.comparingLong(TextRun::from));
    private long place;

    public CopiedPassages(TextFingerprint training, Listener listener) {
        this.listener = listener;
        finder = new RunFinder(training, run -> {
            if (run.length() > TextNovelty.LONG) {
                longRuns.add(run);
            }
        });
    }

    /** Goes on by text that was given, before all other text: it is handed on as not copied. */
    public void acceptGiven(String text) {
        finder.acceptGiven(text);
        text.codePoints().forEach(pending::add);
        handOn(place + pending.size());
    }

    /** Goes on. @param text whole code points */
    @Override
    public void accept(String text) {
        finder.accept(text);
        text.codePoints().forEach(pending::add);
        handOn(finder.undecided());
    }

    private void handOn(long end) {
        while (place < end) {
            while (!longRuns.isEmpty() && longRuns.element().to() <= place) {
                longRuns.remove();
            }
            TextRun next = longRuns.peek();
            boolean copied = next != null && next.from() <= place;
            long to = next == null ? end : Math.min(end, copied ? next.to() : next.from());
            handOn(to, copied);
        }
    }

    private void handOn(long to, boolean copied) {
        StringBuilder passage = new StringBuilder();
        for (; place < to; place++) {
            passage.appendCodePoint(pending.remove());
        }
        listener.passage(passage.toString(), copied);
    }

    /** Ends the text: hands on what is left. @return what was found in all of it */
    public TextNovelty finish() {
        TextNovelty novelty = finder.finish();
        handOn(place + pending.size());
        return novelty;
    }
}
