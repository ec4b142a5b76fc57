package cadenza.host.control;

import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;

/** Which track of a score each track came from that a codec made of it. Immutable. */
public final class TrackSources {
    private static final int TOLERANCE = JoinedScore.TOLERANCE;

    private final Score original;
    private final Score heard;

    /** @param heard the original as the codec encodes and decodes it */
    public TrackSources(Score original, Score heard) {
        this.original = original;
        this.heard = heard;
    }

    /** For each track that the codec made the track it came from; -1 where there is none. */
    public int[] all() {
        int[] sources = new int[heard.tracks().size()];
        int last = -1;
        for (int i = 0; i < sources.length; i++) {
            sources[i] = of(i, heard.tracks().get(i), last);
            last = sources[i] >= 0 ? sources[i] : last;
        }
        return sources;
    }

    /**
     * The track that a decoded one goes on: the one that most of its notes came from; where it had none, that of the same
     * channel, else that of the voice before it.
     *
     * @param index of the decoded track; may be one that is not in the score that was heard
     * @param before of the voice before it, -1 for none
     * @return -1 if there is none
     */
    int of(int index, Track decoded, int before) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < original.tracks().size(); i++) {
            int shared = index < heard.tracks().size()
                    ? shared(heard.tracks().get(index), original.tracks().get(i))
                    : 0;
            if (shared > most && original.tracks().get(i).percussion() == decoded.percussion()) {
                most = shared;
                best = i;
            }
        }
        for (int i = 0; best < 0 && i < original.tracks().size(); i++) {
            best = original.tracks().get(i).channel() == decoded.channel() ? i : best;
        }
        return best >= 0 || decoded.percussion() ? best : before;
    }

    /** How many notes both have: of one pitch, at nearly one time after the first note of all. */
    private int shared(Track decoded, Track track) {
        long shift = first(original, track.percussion()) - first(heard, decoded.percussion());
        PitchTicks struck = new PitchTicks(track.notes());
        return (int) decoded.notes().stream()
                .filter(note -> struck.has(note.pitch(), note.tick() + shift, TOLERANCE))
                .count();
    }

    private static long first(Score score, boolean percussion) {
        return score.tracks().stream()
                .filter(track -> track.percussion() == percussion)
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::tick)
                .min()
                .orElse(0);
    }
}
