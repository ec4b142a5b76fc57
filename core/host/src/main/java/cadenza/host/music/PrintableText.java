package cadenza.host.music;

/** Text from strangers' files, made fit to be shown: a name in a MIDI file can hold any bytes. */
public final class PrintableText {
    private PrintableText() {}

    /**
     * The text without what is no character to be seen: control characters, which could steer a terminal, and all that XML
     * does not allow. Each run of those and of blanks becomes one blank; none is left at the ends.
     */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .map(symbol -> isPrintable(symbol) ? symbol : ' ')
                .filter(symbol -> symbol != ' ' || !printable.isEmpty())
                .forEach(symbol -> {
                    if (symbol != ' ' || printable.charAt(printable.length() - 1) != ' ') {
                        printable.appendCodePoint(symbol);
                    }
                });
        return printable.toString().stripTrailing();
    }

    /** Printable text of so many characters at most; what is longer ends in dots. @param most 4 or more */
    public static String of(String text, int most) {
        String printable = of(text);
        if (printable.codePointCount(0, printable.length()) <= most) {
            return printable;
        }
        return printable.substring(0, printable.offsetByCodePoints(0, most - 3)).stripTrailing() + "...";
    }

    private static boolean isPrintable(int symbol) {
        return switch (Character.getType(symbol)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !Character.isWhitespace(symbol);
        };
    }
}
