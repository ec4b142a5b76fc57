package cadenza.host;

import cadenza.api.UserException;
import cadenza.host.novelty.MusicFingerprint;
import cadenza.host.novelty.Novelty;
import cadenza.host.sampling.Xoshiro256;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Composes clips that have no longer run of notes in common with the training music than is allowed: a clip that has is
 * dropped, and made anew from another seed, which follows from the first one.
 *
 * <p>The recipe of a clip has the seed that it was made with at last. So it is replayed, byte for byte, without being
 * checked again, and {@code compose} gives the same clip from that seed.
 */
public final class CopyLimit {
    /** How often a clip is tried, the first time included. */
    public static final int TRIES = 20;

    /** Seeds that follow are below 2³¹, so that they can be told and typed. */
    private static final int SEED_BITS = 31;

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
        List<Tried> tried = new ArrayList<>();
        requests.forEach(request -> tried.add(null));
        List<Xoshiro256> seeds =
                requests.stream().map(request -> new Xoshiro256(request.seed())).toList();
        List<Integer> open = IntStream.range(0, requests.size()).boxed().toList();
        for (int tries = 1; tries <= TRIES && !open.isEmpty(); tries++) {
            boolean first = tries == 1;
            List<Request.Compose> next = open.stream()
                    .map(i -> first ? requests.get(i) : requests.get(i).withSeed(follows(seeds.get(i))))
                    .toList();
            List<Clip> clips = studio.compose(opened, next);
            for (int i = 0; i < clips.size(); i++) {
                int place = open.get(i);
                tried.set(place, better(tried.get(place), clips.get(i), tries));
            }
            open = open.stream().filter(i -> !tried.get(i).kept()).toList();
        }
        return tried;
    }

    private static long follows(Xoshiro256 seeds) {
        return seeds.nextLong() >>> Long.SIZE - SEED_BITS;
    }

    private Tried better(Tried before, Clip clip, int tries) {
        Novelty novelty = Novelty.of(clip.score(), training, clip.newFrom());
        boolean less =
                before == null || novelty.longestLength() < before.novelty().longestLength();
        return new Tried(
                less ? clip : before.clip(), less ? novelty : before.novelty(), tries, novelty.longestLength() <= most);
    }
}
