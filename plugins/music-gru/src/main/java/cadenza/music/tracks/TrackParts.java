package cadenza.music.tracks;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The parts of a score: its tracks with notes, those of one program together. So an instrument has the same name in
 * every piece, which channel it may play on.
 *
 * @param tracks by program, percussion as {@link #PERCUSSION}
 * @param kit the program of the percussion, where there is some
 */
record TrackParts(TreeMap<Integer, List<Track>> tracks, int kit) {
    /** Stands beside the programs, above all of them. */
    static final int PERCUSSION = 128;

    /** A channel for each, but for that of percussion. */
    static final int MOST_PITCHED = 15;

    /** @throws UnsuitableDocumentException if there are more parts than channels */
    static TrackParts of(Score score) throws UnsuitableDocumentException {
        TreeMap<Integer, List<Track>> tracks = new TreeMap<>();
        for (Track track : score.tracks()) {
            if (!track.notes().isEmpty()) {
                int part = track.percussion() ? PERCUSSION : track.program();
                tracks.computeIfAbsent(part, ignored -> new ArrayList<>()).add(track);
            }
        }
        int pitched = tracks.headMap(PERCUSSION).size();
        if (pitched > MOST_PITCHED) {
            throw new UnsuitableDocumentException(
                    "it has " + pitched + " instruments beside percussion; this coding has " + MOST_PITCHED);
        }
        int kit = tracks.containsKey(PERCUSSION) ? tracks.get(PERCUSSION).get(0).program() : 0;
        return new TrackParts(tracks, kit);
    }

    /** The channel of a pitched part, in the order in which they come in, counted from 0. */
    static int channel(int number) {
        return number < Track.PERCUSSION_CHANNEL ? number : number + 1;
    }
}
