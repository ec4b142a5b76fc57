package cadenza.host.writing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Brings text to a form in which case does not count: each code point is decomposed (NFD), put to upper case, each of the
 * results to lower case, and decomposed again. That is full case folding (Unicode Standard 3.13, D145 to D147) of
 * decomposed text: {@code ß} and {@code SS} meet in {@code ss}, {@code ﬁ} and {@code FI} in {@code fi}, both small sigmas
 * in {@code σ}, and {@code é} is the same in one code point or in two.
 *
 * <p>Two things go beyond it, since too much is better banned than too little: the letters {@code I} of Turkish, with and
 * without a dot, all fold to {@code i}. And what is compared is code points: a phrase that ends in {@code e} is also
 * found before an accent. Marks on one letter are not brought into order.
 *
 * <p>One code point at a time, because text is folded as it is written. The same for all characters of Unicode 13 on
 * every Java. One thread: it remembers what it folded.
 */
final class CaseFolding {
    private static final int DOT_ABOVE = 0x0307;
    private static final int ASCII = 0x80;

    private final Map<Integer, int[]> folded = new HashMap<>();

    /**
     * The folded form of a code point.
     *
     * @param before the last folded code point before it, or {@link WordCharacters#NONE}
     * @return mostly one; may be none; not to be changed
     */
    int[] fold(int codePoint, int before) {
        int[] form = folded.computeIfAbsent(codePoint, CaseFolding::folded);
        return before == 'i' && form.length > 0 && form[0] == DOT_ABOVE
                ? Arrays.copyOfRange(form, 1, form.length)
                : form;
    }

    /** The folded form of a whole text. */
    int[] fold(String text) {
        int[] form = new int[0];
        for (int codePoint : text.codePoints().toArray()) {
            int[] next = fold(codePoint, last(form, WordCharacters.NONE));
            int length = form.length;
            form = Arrays.copyOf(form, length + next.length);
            System.arraycopy(next, 0, form, length, next.length);
        }
        return form;
    }

    /** The last of a folded form. @param before told where it is empty */
    static int last(int[] form, int before) {
        return form.length == 0 ? before : form[form.length - 1];
    }

    private static int[] folded(int codePoint) {
        if (codePoint < ASCII) {
            return new int[] {Character.toLowerCase(codePoint)};
        }
        String upper = decomposed(Character.toString(codePoint)).toUpperCase(Locale.ROOT);
        int[] lower = upper.codePoints().map(Character::toLowerCase).toArray();
        int[] form = decomposed(new String(lower, 0, lower.length)).codePoints().toArray();
        // İ is one code point whose own form is i and a dot.
        return form.length == 2 && form[0] == 'i' && form[1] == DOT_ABOVE ? new int[] {'i'} : form;
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }
}
