package cadenza.host.picture;

/** One of the bands of a system, the same in all systems: pitches, or percussion. */
interface Strip {
    /** In pixels. */
    double height();

    /** The room that its labels take at the left of the system, in pixels. */
    double labelWidth();

    /** Draws labels and rows. @param top of the strip */
    void paintRows(Canvas canvas, RollSystem system, double top);

    /** Draws the notes, over bar and beat lines. @param top of the strip */
    void paintNotes(Canvas canvas, RollSystem system, double top);
}
