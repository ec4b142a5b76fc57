package cadenza.host.writing;

/**
 * Lets a text go on to the end of its sentence, once another end is reached. A sentence ends with {@code . ! ? …} or
 * {@code 。 ！ ？ ｡ ؟ ۔ । ॥}, with more of them and with closing quotes and brackets after it. One of the first four must
 * be followed by white space, so that {@code 3.14} goes on; an abbreviation is taken for an end. Where nothing but white
 * space follows a sentence up to the other end, the text ends there.
 *
 * @param other what must be reached first
 * @param more for at most how many characters it goes on after that
 * @param count characters so far
 * @param place where in a sentence the text stands
 * @param ended after how many characters it ends
 */
record SentenceEnd(TextEnd other, int more, long count, Place place, long ended) implements TextEnd {
    private static final String BEFORE_SPACE = ".!?\u2026";
    private static final String ANYWHERE = "\u3002\uff01\uff1f\uff61\u061f\u06d4\u0964\u0965";
    private static final String CLOSING = "\"')]}\u2019\u201d\u00bb\u203a\u201c\u300d\u300f\uff09\u3011\u300b\u3009";

    /** Where in a sentence a text stands. */
    private enum Place {
        WITHIN,
        /** After a mark that ends a sentence if white space follows. */
        MAYBE_ENDED,
        /** After a mark that ends a sentence whatever follows, but for more marks. */
        ENDED,
        BETWEEN
    }

    /** @param prime what comes before the first character */
    static SentenceEnd after(TextEnd other, int more, String prime) {
        Place place = Place.WITHIN;
        for (int codePoint : prime.codePoints().toArray()) {
            place = next(place, codePoint);
        }
        return new SentenceEnd(other, more, 0, place, OPEN);
    }

    private static Place next(Place place, int codePoint) {
        if (ANYWHERE.indexOf(codePoint) >= 0) {
            return Place.ENDED;
        }
        if (BEFORE_SPACE.indexOf(codePoint) >= 0) {
            return place == Place.ENDED ? Place.ENDED : Place.MAYBE_ENDED;
        }
        boolean after = place == Place.ENDED || place == Place.MAYBE_ENDED;
        if (after && CLOSING.indexOf(codePoint) >= 0) {
            return place;
        }
        return white(codePoint) && place != Place.WITHIN ? Place.BETWEEN : Place.WITHIN;
    }

    @Override
    public TextEnd accept(int codePoint) {
        Place next = next(place, codePoint);
        boolean reached = other.end() != OPEN;
        boolean over = place == Place.ENDED && next != Place.ENDED && next != Place.MAYBE_ENDED
                || place == Place.MAYBE_ENDED && next == Place.BETWEEN;
        if (reached && over && count >= other.end()) {
            return new SentenceEnd(other, more, count, place, count);
        }
        TextEnd further = reached ? other : other.accept(codePoint);
        long end = further.end();
        if (!reached && end != OPEN && next == Place.BETWEEN) {
            return new SentenceEnd(further, more, count, next, end);
        }
        boolean longEnough = end != OPEN && count + 1 >= end + more;
        return new SentenceEnd(further, more, count + 1, next, longEnough ? count + 1 : OPEN);
    }

    @Override
    public long end() {
        return ended;
    }

    @Override
    public int undecided() {
        return other.end() == OPEN ? other.undecided() : 0;
    }

    static boolean white(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
