package cadenza.host.picture;

/** The colours of a picture, {@code 0xRRGGBB}; all are to be read on white. */
final class Palette {
    static final int PAPER = 0xFFFFFF;
    static final int INK = 0x1F2430;
    static final int PALE_INK = 0x667080;
    static final int BLACK_KEY = 0x30343E;
    static final int BLACK_KEY_ROW = 0xF2F4F7;
    static final int OCTAVE_LINE = 0xD5DAE2;
    static final int BEAT_LINE = 0xE3E7ED;
    static final int BAR_LINE = 0xA3ABB8;

    /** Ten of them are the category colours of Tableau, but for yellow and pale ones. */
    private static final int[] TRACKS = {
        0x1F77B4, 0xD62728, 0x2CA02C, 0x9467BD, 0xFF7F0E, 0x8C564B, 0xE377C2, 0x17A2B8, 0x7F7F7F, 0xA0A516, 0x393B79,
        0x637939
    };

    /** What is left of the colour of the softest note. */
    private static final double SOFTEST = 0.4;

    private Palette() {}

    /** The colour of a track. @param track its number, 0 or more */
    static int track(int track) {
        return TRACKS[track % TRACKS.length];
    }

    /** A colour made paler by how soft a note is. @param velocity 1 to 127 */
    static int shade(int colour, int velocity) {
        double strength = SOFTEST + (1 - SOFTEST) * velocity / 127;
        int shade = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double full = colour >> shift & 0xFF;
            shade |= (int) Math.round(255 + (full - 255) * strength) << shift;
        }
        return shade;
    }
}
