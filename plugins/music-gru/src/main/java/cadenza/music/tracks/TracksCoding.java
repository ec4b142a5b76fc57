package cadenza.music.tracks;

import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.music.coding.Coding;
import cadenza.music.coding.PieceCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The coding {@code tracks}: what General MIDI files hold, on a grid of 24 places a quarter. */
public final class TracksCoding implements Coding {
    @Override
    public String name() {
        return TracksCodec.NAME;
    }

    @Override
    public boolean transposedByDefault() {
        return true;
    }

    @Override
    public void check(Score score) throws UnsuitableDocumentException {
        TrackPiece.of(score);
    }

    @Override
    public List<String> remarks(List<Score> scores) {
        long notes = 0;
        long moved = 0;
        for (Score score : scores) {
            for (Track track : score.tracks()) {
                notes += track.notes().size();
                moved += track.notes().stream()
                        .mapToLong(Note::tick)
                        .filter(tick -> tick % TrackGrid.TICKS != 0)
                        .count();
            }
        }
        return List.of(String.format(
                Locale.ROOT,
                "grid: 24 places a quarter; %.1f %% of %d onsets lie off it and are moved by at most 1/48 of a quarter",
                100.0 * moved / Math.max(1, notes),
                notes));
    }

    @Override
    public PieceCodec codecOf(List<Score> scores, int lowest, int highest) {
        List<TrackPiece> pieces = new ArrayList<>();
        for (Score score : scores) {
            try {
                pieces.add(TrackPiece.of(score));
            } catch (UnsuitableDocumentException e) {
                throw new IllegalArgumentException("'" + score.title() + "' was not checked", e);
            }
        }
        return new TracksCodec(TrackVocabulary.of(pieces, lowest, highest));
    }

    @Override
    public PieceCodec open(Vocabulary vocabulary, Settings settings) {
        return new TracksCodec(new TrackVocabulary(vocabulary));
    }
}
