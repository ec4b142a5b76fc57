package cadenza.music.tracks;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The parts of a score: its tracks with notes, those of one channel and program together. Pitched parts are numbered by
 * program, so that instruments of a kind stand side by side, and get the channels from 0 on; percussion has its own.
 *
 * @param programs by channel
 * @param tracks by channel
 */
record TrackParts(TreeMap<Integer, Integer> programs, TreeMap<Integer, List<Track>> tracks) {
    /** A channel for each, but for that of percussion. */
    static final int MOST_PITCHED = 15;

    /** @throws UnsuitableDocumentException if there are more parts than channels */
    static TrackParts of(Score score) throws UnsuitableDocumentException {
        TreeMap<Integer, Integer> programs = new TreeMap<>();
        TreeMap<Integer, List<Track>> tracks = new TreeMap<>();
        List<Track> pitched = score.tracks().stream()
                .filter(track -> !track.percussion() && !track.notes().isEmpty())
                .sorted(Comparator.comparingInt(Track::program).thenComparingInt(Track::channel))
                .toList();
        int part = -1;
        Track before = null;
        for (Track track : pitched) {
            if (before == null || before.program() != track.program() || before.channel() != track.channel()) {
                part++;
            }
            before = track;
            programs.put(channel(part), track.program());
            tracks.computeIfAbsent(channel(part), ignored -> new ArrayList<>()).add(track);
        }
        if (part >= MOST_PITCHED) {
            throw new UnsuitableDocumentException(
                    "it has " + (part + 1) + " instruments beside percussion; this coding has " + MOST_PITCHED);
        }
        for (Track track : score.tracks()) {
            if (track.percussion() && !track.notes().isEmpty()) {
                programs.putIfAbsent(Track.PERCUSSION_CHANNEL, track.program());
                tracks.computeIfAbsent(Track.PERCUSSION_CHANNEL, ignored -> new ArrayList<>())
                        .add(track);
            }
        }
        return new TrackParts(programs, tracks);
    }

    /** The channel of a pitched part, counted from 0. */
    static int channel(int part) {
        return part < Track.PERCUSSION_CHANNEL ? part : part + 1;
    }
}
