package cadenza.host.picture;

/** What is drawn on. Lengths are pixels, from the left and from the top; colours are {@code 0xRRGGBB}. */
interface Canvas {
    /** Where the given point of a text is. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A filled rectangle. */
    void rectangle(double x, double y, double width, double height, int colour);

    /**
     * A line of text.
     *
     * @param baseline where the letters stand
     * @param size of the font
     */
    void text(String text, double x, double baseline, Anchor anchor, Font font, int colour);

    /** A sans-serif font. @param size in pixels */
    record Font(double size, boolean bold) {
        /** A length that a text of so many characters rarely exceeds: canvases have no letters to measure. */
        double width(String text) {
            return 0.6 * size * text.codePointCount(0, text.length());
        }
    }
}
