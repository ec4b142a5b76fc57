package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.OpenedModel;
import cadenza.host.Retries;
import cadenza.host.novelty.TextFingerprint;
import cadenza.host.writing.CaseInsensitive;
import java.util.List;
import java.util.Optional;

/** The options that have a text written again from other seeds until it is as it must be. */
final class JudgeOptions implements OptionGroup {
    private static final int MOST_TRIES = 100_000;

    private final CommandOption<List<String>> must = CommandOption.texts(
            "--must",
            "WORD",
            "Write again, from seeds that follow, until this is in it, in any case; may be repeated.");
    private final CommandOption<Integer> maxCopy = CommandOption.whole(
            "--max-copy",
            "N",
            "Write again, from seeds that follow, until no run of more than N characters is in the training text.");
    private final CommandOption<Integer> tries = CommandOption.whole(
            "--tries", "N", "How often --must and --max-copy write at most (default: " + Retries.TRIES + ").");

    @Override
    public List<CommandOption<?>> options() {
        return List.of(must, maxCopy, tries);
    }

    /** @throws UserException if a value is out of range */
    void check() {
        if (must.or(List.of()).contains("")) {
            throw new UserException("--must '' is in every text; give at least one character, or leave it out");
        }
        if (tries() < 1 || tries() > MOST_TRIES) {
            throw new UserException("--tries " + tries() + " is not in 1.." + MOST_TRIES);
        }
        if (tries.given().isPresent() && !given()) {
            throw new UserException(
                    "--tries " + tries() + " is for --must and --max-copy; give one of them, or leave it out");
        }
    }

    boolean given() {
        return must.given().isPresent() || maxCopy.given().isPresent();
    }

    int tries() {
        return tries.or(Retries.TRIES);
    }

    /** The words of {@code --must} that a text lacks. */
    List<String> missing(String text) {
        CaseInsensitive folded = new CaseInsensitive(text);
        return must.or(List.of()).stream()
                .filter(word -> !folded.contains(word))
                .toList();
    }

    /** Characters of the longest run that may be copied, if that is bounded. */
    Optional<Integer> maxCopy() {
        return maxCopy.given();
    }

    /** @throws UserException if the model cannot tell of copies, or not of such short ones */
    void check(OpenedModel opened) {
        if (maxCopy.given().isEmpty()) {
            return;
        }
        int most = maxCopy.or(0);
        TextFingerprint training = opened.textFingerprint()
                .orElseThrow(() -> new UserException("--max-copy " + most + " cannot be held: model '" + opened.name()
                        + "' keeps no fingerprint of its training text; train it again, or leave --max-copy out"));
        if (most < training.length() - 1) {
            throw new UserException("--max-copy " + most + " is below " + (training.length() - 1)
                    + ": the model's fingerprint does not tell of runs of fewer than " + training.length()
                    + " characters");
        }
    }
}
