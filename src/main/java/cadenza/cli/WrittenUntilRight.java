package cadenza.cli;

import cadenza.host.Recipe;
import cadenza.host.Request;
import cadenza.host.Retries;
import cadenza.host.Retries.Tried;
import cadenza.host.novelty.TextNovelty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Texts that are written again until they hold what they must, and copy no more than they may; a page hears the last. */
final class WrittenUntilRight implements Manner {
    /** A word that is missing is worse than any copy. */
    private static final long A_WORD = 1L << 40;

    private final Terminal terminal;
    private final JudgeOptions judge;
    private final Manner once;
    private final BooleanSupplier interrupted;

    /** A text that may do. */
    private record Draft(Recipe recipe, String text, Optional<TextNovelty> novelty, List<String> missing) {
        long longest() {
            return novelty.map(TextNovelty::longest).orElse(0L);
        }
    }

    /** @param once how each draft is written @param interrupted whether there should be no further draft */
    WrittenUntilRight(Terminal terminal, JudgeOptions judge, Manner once, BooleanSupplier interrupted) {
        this.terminal = terminal;
        this.judge = judge;
        this.once = once;
        this.interrupted = interrupted;
    }

    @Override
    public List<Outcome> write(List<Request.Write> requests, List<Consumer<String>> pages) {
        List<Long> seeds = requests.stream().map(Request.Write::seed).toList();
        List<Tried<Draft>> all = new Retries<>(judge.tries(), this::fault, interrupted)
                .run(
                        seeds,
                        attempts -> drafts(attempts.stream()
                                .map(attempt -> requests.get(attempt.place()).withSeed(attempt.seed()))
                                .toList()));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            outcomes.add(taken(all.get(i), seeds.get(i), pages.get(i)));
        }
        return outcomes;
    }

    private List<Draft> drafts(List<Request.Write> requests) {
        List<StringBuilder> texts =
                requests.stream().map(request -> new StringBuilder()).toList();
        List<Outcome> outcomes = once.write(
                requests,
                texts.stream().<Consumer<String>>map(text -> text::append).toList());
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            String text = texts.get(i).toString();
            drafts.add(new Draft(outcomes.get(i).recipe(), text, outcomes.get(i).novelty(), judge.missing(text)));
        }
        return drafts;
    }

    private long fault(Draft draft) {
        long copied =
                judge.maxCopy().map(most -> Math.max(0, draft.longest() - most)).orElse(0L);
        return A_WORD * draft.missing().size() + copied;
    }

    private Outcome taken(Tried<Draft> tried, long seed, Consumer<String> page) {
        Draft draft = tried.output();
        if (!tried.kept()) {
            terminal.err()
                    .println("cadenza: nothing written for seed " + seed + ": the best of " + tried.tries() + " tries "
                            + faultInWords(draft));
            return new Outcome(draft.recipe(), false, draft.novelty());
        }
        if (tried.tries() > 1) {
            terminal.err()
                    .println("cadenza: seed " + seed + " would not do; took seed " + tried.seed() + ", try "
                            + tried.tries());
        }
        page.accept(draft.text());
        return new Outcome(draft.recipe(), true, draft.novelty());
    }

    private static String faultInWords(Draft draft) {
        return draft.missing().isEmpty()
                ? "copies " + draft.longest() + " characters in a row, more than --max-copy allows"
                : "lacks "
                        + String.join(
                                ", ",
                                draft.missing().stream()
                                        .map(word -> "'" + word + "'")
                                        .toList());
    }
}
