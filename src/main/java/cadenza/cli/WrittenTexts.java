package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.OpenedModel;
import cadenza.host.novelty.TextNovelty;
import java.util.List;
import java.util.Optional;

/** Sums up what was written: the last line of {@code write} says what of it was copied. */
final class WrittenTexts {
    private final Terminal terminal;
    private final OpenedModel opened;
    private Optional<TextNovelty> novelty = Optional.empty();
    private int written;
    private int refused;

    WrittenTexts(Terminal terminal, OpenedModel opened) {
        this.terminal = terminal;
        this.opened = opened;
    }

    void add(List<Manner.Outcome> outcomes) {
        for (Manner.Outcome outcome : outcomes) {
            if (outcome.written()) {
                written++;
                novelty = novelty.isEmpty()
                        ? outcome.novelty()
                        : novelty.map(all -> outcome.novelty().map(all::and).orElse(all));
            } else {
                refused++;
            }
        }
    }

    /** Says it. @throws UserException if texts were refused */
    void end() {
        if (written > 0) {
            terminal.err()
                    .println("cadenza: "
                            + novelty.map(TextNovelty::toString)
                                    .orElse("what is copied is not known, model '" + opened.name()
                                            + "' keeps no fingerprint of its training text"));
        }
        if (refused > 0) {
            throw new UserException(refused + " of " + (refused + written)
                    + " texts were not written; give more --tries, another --seed, or ask for less");
        }
    }
}
