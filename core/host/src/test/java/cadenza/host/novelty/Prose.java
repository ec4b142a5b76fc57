package cadenza.host.novelty;

import cadenza.api.document.Text;
import java.util.Random;

/** Text of made-up words in lines. */
public final class Prose {
    private static final String[] SYLLABLES = {
        "an", "be", "co", "du", "el", "fro", "gi", "ha", "in", "ju", "ka", "lo", "mur", "ne", "or", "pa", "que", "ri"
    };

    private Prose() {}

    /** At least so many characters; the same for the same seed. */
    public static String random(long seed, int characters) {
        Random random = new Random(seed);
        StringBuilder prose = new StringBuilder();
        for (int word = 1; prose.length() < characters; word++) {
            for (int syllable = random.nextInt(3); syllable >= 0; syllable--) {
                prose.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            prose.append(word % 9 == 0 ? ".\n" : " ");
        }
        return prose.substring(0, characters);
    }

    public static Text text(String content) {
        return new Text("prose", content);
    }
}
