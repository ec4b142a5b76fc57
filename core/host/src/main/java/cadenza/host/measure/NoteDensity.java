package cadenza.host.measure;

/**
 * Notes a quarter, of all tracks together, from the first note to the end of the last; 0 or more. Known as note density
 * since the feature set of jSymbolic (C. McKay and I. Fujinaga, ISMIR 2006), there a second.
 */
final class NoteDensity implements Measure {
    @Override
    public String name() {
        return "notesPerBeat";
    }

    @Override
    public String label() {
        return "notes a beat";
    }

    @Override
    public Ratio of(Piece piece) {
        return new Ratio(piece.score().noteCount(), piece.quarters());
    }
}
