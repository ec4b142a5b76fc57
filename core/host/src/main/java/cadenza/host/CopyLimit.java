package cadenza.host;

import cadenza.api.UserException;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.Novelty;
import java.util.List;

/**
 * Composes clips that have no longer run of notes in common with the training music than is allowed: a clip that has is
 * dropped, and made anew from another seed, which follows from the first one.
 *
 * <p>The recipe of a clip has the seed that it was made with at last. So it is replayed, byte for byte, without being
 * checked again, and {@code compose} gives the same clip from that seed.
 */
public final class CopyLimit {
    /** How often a clip is tried, the first time included. */
    public static final int TRIES = Retries.TRIES;

    private final MusicFingerprint training;
    private final int most;

    /**
     * A clip that was tried for.
     *
     * @param clip the first that keeps the limit; if none does, the one that copies least
     * @param novelty of that clip
     * @param tries how many were made
     * @param kept whether it keeps the limit
     */
    public record Tried(Clip clip, Novelty novelty, int tries, boolean kept) {}

    /**
     * @param most the most notes in a row (a chord counts as one) that may be in the training music
     * @throws UserException if the model keeps no fingerprint, or the limit is below what one can tell
     */
    public CopyLimit(OpenedModel opened, int most) {
        training = opened.musicFingerprint()
                .orElseThrow(() -> new UserException("--max-copy " + most + " cannot be held: model '" + opened.name()
                        + "' keeps no fingerprint of its training music; train it again, or leave --max-copy out"));
        if (most < MusicFingerprint.LENGTH - 1) {
            throw new UserException("--max-copy " + most + " is below " + (MusicFingerprint.LENGTH - 1)
                    + ": a fingerprint does not tell of runs of fewer than " + MusicFingerprint.LENGTH + " notes");
        }
        this.most = most;
    }

    /** Composes. @param requests at least one @return for each request what it came to, in order */
    public List<Tried> compose(Studio studio, OpenedModel opened, List<Request.Compose> requests) {
        Retries<Clip> retries =
                new Retries<>(TRIES, clip -> Math.max(0, novelty(clip).longestLength() - most));
        return retries
                .run(
                        requests.stream().map(Request.Compose::seed).toList(),
                        attempts -> studio.compose(
                                opened,
                                attempts.stream()
                                        .map(attempt ->
                                                requests.get(attempt.place()).withSeed(attempt.seed()))
                                        .toList()))
                .stream()
                .map(tried -> new Tried(tried.output(), novelty(tried.output()), tried.tries(), tried.kept()))
                .toList();
    }

    private Novelty novelty(Clip clip) {
        return Novelty.of(clip.score(), training, clip.newFrom());
    }
}
