package cadenza.host.measure;

import cadenza.api.document.Note;
import cadenza.api.document.Track;
import cadenza.host.music.Bar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What sounds in each bar of a piece; notes that cross a bar line sound in both bars. */
final class BarContents {
    /**
     * A note, or the part of one that lies in a bar.
     *
     * @param track place of its track in the score
     * @param from tick in the bar
     * @param until tick in the bar
     */
    record Sound(int track, long from, long until, int pitch) {}

    private BarContents() {}

    /** For each bar, in order, what sounds in it. */
    static List<Set<Sound>> of(Piece piece) {
        List<Set<Sound>> contents = new ArrayList<>();
        for (Bar bar : piece.bars()) {
            contents.add(new HashSet<>());
        }
        List<Track> tracks = piece.score().tracks();
        for (int track = 0; track < tracks.size(); track++) {
            for (Note note : tracks.get(track).notes()) {
                int bar = Bar.at(piece.bars(), note.tick()).number() - 1;
                for (; bar < contents.size() && piece.bars().get(bar).from() < note.end(); bar++) {
                    long begin = piece.bars().get(bar).from();
                    long end = Math.min(note.end(), piece.bars().get(bar).until());
                    contents.get(bar)
                            .add(new Sound(track, Math.max(note.tick(), begin) - begin, end - begin, note.pitch()));
                }
            }
        }
        return contents;
    }
}
