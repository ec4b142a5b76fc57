package cadenza.host.control;

import cadenza.api.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which sections of a clip repeat which: {@code AABA}, each letter a section of equally many bars. The first of a letter
 * is composed, a further one repeats it note for note, and one with an apostrophe, as in {@code AA'BA}, only its first
 * half.
 *
 * @param sections at least two
 */
public record Form(List<Section> sections) {
    private static final int MOST = 64;
    private static final Pattern TEXT = Pattern.compile("([A-Za-z]'?){2," + MOST + "}");
    private static final Pattern SECTION = Pattern.compile("([A-Za-z])('?)");

    /**
     * A section.
     *
     * @param letter of {@code A} to {@code Z}
     * @param varied whether only the first half repeats
     */
    public record Section(char letter, boolean varied) {
        @Override
        public String toString() {
            return varied ? letter + "'" : String.valueOf(letter);
        }
    }

    public Form {
        sections = List.copyOf(sections);
    }

    /** Reads {@code AABA}. @throws UserException if it is no such form */
    public static Form parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new UserException("--form '" + text + "' is no form; give 2 to " + MOST
                    + " letters, each with an apostrophe where it is varied, such as AABA or AA'BA");
        }
        List<Section> sections = new ArrayList<>();
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            sections.add(new Section(
                    Character.toUpperCase(section.group(1).charAt(0)),
                    !section.group(2).isEmpty()));
        }
        return new Form(sections);
    }

    /** Checks that so many bars can be shared out. @throws UserException if they cannot */
    public void check(int bars) {
        if (bars % sections.size() != 0) {
            throw new UserException("--form " + this + " has " + sections.size() + " sections, which cannot share "
                    + bars + " bars equally; give --bars a multiple of " + sections.size());
        }
    }

    /** The section that one repeats; itself where it is the first of its letter. @param index 0 to the last section */
    int source(int index) {
        char letter = sections.get(index).letter();
        for (int i = 0; i < index; i++) {
            if (sections.get(i).letter() == letter) {
                return i;
            }
        }
        return index;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        sections.forEach(text::append);
        return text.toString();
    }
}
