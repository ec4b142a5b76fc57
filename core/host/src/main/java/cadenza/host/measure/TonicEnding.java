package cadenza.host.measure;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Note;
import java.util.List;

/**
 * The share of the pieces that end on the tonic: what sounds at the very end lies over the tonic and belongs to its
 * triad, in minor with the minor or the major third (the Picardy third); 0 to 1. The tonic is that of the key the piece
 * most likely has ({@link cadenza.api.document.KeyEstimate}).
 */
final class TonicEnding implements Measure {
    /** Notes of the last chord may end this many ticks apart, as played ones do. */
    private static final long EARLY = Piece.SIXTEENTH / 4;

    private static final List<Integer> MAJOR = List.of(0, 4, 7);
    private static final List<Integer> MINOR = List.of(0, 3, 4, 7);

    @Override
    public String name() {
        return "tonicEnding";
    }

    @Override
    public String label() {
        return "last chord is the tonic";
    }

    @Override
    public Ratio of(Piece piece) {
        if (piece.key().isEmpty()) {
            return Ratio.NONE;
        }
        KeySignature key = piece.key().get();
        long end = piece.pitched().stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::end)
                .max()
                .orElseThrow();
        int[] last = piece.pitched().stream()
                .flatMap(track -> track.notes().stream())
                .filter(note -> note.end() > end - EARLY)
                .mapToInt(note -> note.pitch() - key.tonic())
                .sorted()
                .toArray();
        List<Integer> triad = key.minor() ? MINOR : MAJOR;
        boolean tonic = Math.floorMod(last[0], Piece.PITCH_CLASSES) == 0;
        for (int interval : last) {
            tonic &= triad.contains(Math.floorMod(interval, Piece.PITCH_CLASSES));
        }
        return new Ratio(tonic ? 1 : 0, 1);
    }
}
