package cadenza.host.sampling.stage;

import cadenza.api.UserException;
import java.util.Locale;

/**
 * A token's symbol as a person reads and types it: what cannot be seen is written {@code \n}, {@code \t}, {@code \r},
 * {@code \\} or by its number, {@code \}{@code u00A0}, beyond the basic plane as two of them.
 */
public final class TokenSymbol {
    private static final int HEXADECIMAL = 16;
    private static final int DIGITS = 4;

    private TokenSymbol() {}

    /** A symbol with all that cannot be seen written out. */
    public static String escaped(String symbol) {
        StringBuilder text = new StringBuilder();
        symbol.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (visible(codePoint)) {
                        text.appendCodePoint(codePoint);
                    } else {
                        for (char unit : Character.toChars(codePoint)) {
                            String digits = Integer.toHexString(unit).toUpperCase(Locale.ROOT);
                            text.append("\\u")
                                    .append("0".repeat(DIGITS - digits.length()))
                                    .append(digits);
                        }
                    }
                }
            }
        });
        return text.toString();
    }

    /** Letters, marks, digits, punctuation and the plain space; no control, no other space, nothing unassigned. */
    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }

    /**
     * The symbol that was typed.
     *
     * @param option named in the message
     * @throws UserException if a backslash begins nothing that is known
     */
    public static String unescaped(String typed, String option) {
        StringBuilder symbol = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char unit = typed.charAt(i);
            if (unit != '\\') {
                symbol.append(unit);
                continue;
            }
            char kind = ++i < typed.length() ? typed.charAt(i) : ' ';
            switch (kind) {
                case 'n' -> symbol.append('\n');
                case 't' -> symbol.append('\t');
                case 'r' -> symbol.append('\r');
                case '\\' -> symbol.append('\\');
                case 'u' -> {
                    symbol.append(unit(typed, i + 1, option));
                    i += DIGITS;
                }
                default -> throw fault(typed, option);
            }
        }
        return symbol.toString();
    }

    private static char unit(String typed, int from, String option) {
        if (from + DIGITS > typed.length()) {
            throw fault(typed, option);
        }
        int unit = 0;
        for (int i = from; i < from + DIGITS; i++) {
            int digit = Character.digit(typed.charAt(i), HEXADECIMAL);
            if (digit < 0) {
                throw fault(typed, option);
            }
            unit = unit * HEXADECIMAL + digit;
        }
        return (char) unit;
    }

    private static UserException fault(String typed, String option) {
        return new UserException(option + " '" + typed
                + "' has a backslash that begins nothing; there are \\n, \\t, \\r, \\\\ and \\uXXXX, four digits");
    }
}
