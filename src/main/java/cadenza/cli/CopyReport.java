package cadenza.cli;

import cadenza.api.UserException;
import cadenza.host.Clip;
import cadenza.host.CopyLimit;
import cadenza.host.CopyLimit.Tried;
import cadenza.host.OpenedModel;
import cadenza.host.Request;
import cadenza.host.Studio;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.Novelty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a {@code compose} copied, in its last line; and clips held to {@code --max-copy}. */
final class CopyReport {
    private final Terminal terminal;
    private final Studio studio;
    private final OpenedModel opened;
    private final Optional<CopyLimit> limit;
    private final List<Novelty> novelties = new ArrayList<>();
    private int refused;

    /** @throws UserException if the model cannot hold the limit */
    CopyReport(Terminal terminal, Studio studio, OpenedModel opened, Optional<Integer> most) {
        this.terminal = terminal;
        this.studio = studio;
        this.opened = opened;
        this.limit = most.map(notes -> new CopyLimit(opened, notes));
    }

    /** Composes. @return for each request its clip; empty, and said, if all that were tried copy too much */
    List<Optional<Clip>> compose(List<Request.Compose> requests) {
        if (limit.isEmpty()) {
            List<Clip> clips = studio.compose(opened, requests);
            Optional<MusicFingerprint> training = opened.musicFingerprint();
            training.ifPresent(
                    print -> clips.forEach(clip -> novelties.add(Novelty.of(clip.score(), print, clip.newFrom()))));
            return clips.stream().map(Optional::of).toList();
        }
        List<Tried> all = limit.get().compose(studio, opened, requests);
        List<Optional<Clip>> clips = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            clips.add(judge(all.get(i), requests.get(i).seed()));
        }
        return clips;
    }

    private Optional<Clip> judge(Tried tried, long seed) {
        if (!tried.kept()) {
            refused++;
            terminal.err()
                    .println("cadenza: nothing written for seed " + seed + ": in each of " + tried.tries()
                            + " tries more notes in a row are in the training music than --max-copy allows, the fewest "
                            + tried.novelty().longestLength());
            return Optional.empty();
        }
        if (tried.tries() > 1) {
            terminal.err()
                    .println("cadenza: seed " + seed + " copied too much; took seed "
                            + tried.clip().recipe().request().seed() + ", try " + tried.tries());
        }
        novelties.add(tried.novelty());
        return Optional.of(tried.clip());
    }

    /** Says it. @throws UserException if clips were refused */
    void end() {
        if (!novelties.isEmpty() || opened.musicFingerprint().isEmpty()) {
            terminal.out().println("copied: " + line());
        }
        if (refused > 0) {
            throw new UserException(refused + " of " + (refused + novelties.size())
                    + " clips were not written; allow more with --max-copy, or give another --seed");
        }
    }

    private String line() {
        if (novelties.isEmpty()) {
            return "not known, model '" + opened.name() + "' keeps no fingerprint of its training music";
        }
        int longest = novelties.stream().mapToInt(Novelty::longestLength).max().orElseThrow();
        double share = novelties.stream().mapToDouble(Novelty::share).average().orElseThrow();
        return Novelty.inWords(longest, share);
    }
}
