package cadenza.music.chords;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;

/** A token of the chords coding, and how a vocabulary writes it. */
sealed interface ChordToken {
    /** Begins the piece at a step of a bar: {@code BEGIN 4/4 0}. */
    record Begin(Meter meter, int position) implements ChordToken {
        @Override
        public String symbol() {
            return "BEGIN " + meter + " " + position;
        }
    }

    /** A pitch that sounds at this step: {@code NOTE 60}. */
    record Sounding(int pitch) implements ChordToken {
        @Override
        public String symbol() {
            return "NOTE " + pitch;
        }
    }

    /** Ends the step; nothing else sounds at it. */
    record Step() implements ChordToken {
        @Override
        public String symbol() {
            return "STEP";
        }
    }

    /** A whole step at which sounds what sounded at the step before. */
    record Repeat() implements ChordToken {
        @Override
        public String symbol() {
            return "REPEAT";
        }
    }

    /** Ends the piece. */
    record End() implements ChordToken {
        @Override
        public String symbol() {
            return "END";
        }
    }

    /** The unknown token: a pitch that the vocabulary lacks. */
    record Unknown() implements ChordToken {
        @Override
        public String symbol() {
            return Vocabulary.UNKNOWN_SYMBOL;
        }
    }

    /** How a vocabulary writes the token. */
    String symbol();

    /** The token of a symbol. @throws UserException if it is none */
    static ChordToken parse(String symbol) {
        String[] words = symbol.split(" ", -1);
        try {
            ChordToken token =
                    switch (words[0]) {
                        case "BEGIN" -> new Begin(Meter.parse(words[1]), Integer.parseInt(words[2]));
                        case "NOTE" -> new Sounding(Integer.parseInt(words[1]));
                        case "STEP" -> new Step();
                        case "REPEAT" -> new Repeat();
                        case "END" -> new End();
                        default -> new Unknown();
                    };
            if (token.symbol().equals(symbol) && valid(token)) {
                return token;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UserException("the vocabulary has '" + symbol + "', which is no token of the chords coding", e);
        }
        throw new UserException("the vocabulary has '" + symbol + "', which is no token of the chords coding");
    }

    private static boolean valid(ChordToken token) {
        if (token instanceof Begin begin) {
            return begin.position() >= 0;
        }
        return !(token instanceof Sounding note) || note.pitch() >= 0 && note.pitch() <= 127;
    }
}
