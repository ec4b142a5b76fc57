package cadenza.chorale;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.voices.VoiceLines;

/** A token of the grid coding, and how a vocabulary writes it. */
sealed interface GridToken {
    /** Begins the piece at a step of a bar: {@code BEGIN 4/4 12}. */
    record Begin(Meter meter, int position) implements GridToken {
        @Override
        public String symbol() {
            return "BEGIN " + meter + " " + position;
        }
    }

    /** Names the key by its sharps, or flats below 0: {@code KEY -1 minor} is D minor. */
    record Key(KeySignature signature) implements GridToken {
        /** The key so many semitones higher, with the fewest accidentals. */
        Key transposed(int semitones) {
            return new Key(KeySignature.of(Math.floorMod(signature.tonic() + semitones, 12), signature.minor()));
        }

        @Override
        public String symbol() {
            return "KEY " + signature.fifths() + (signature.minor() ? " minor" : " major");
        }
    }

    /** A note begins in the voice whose turn it is: {@code NOTE 67}. */
    record Pitch(int pitch) implements GridToken {
        @Override
        public String symbol() {
            return "NOTE " + pitch;
        }
    }

    /** A rest begins in the voice whose turn it is. */
    record Rest() implements GridToken {
        @Override
        public String symbol() {
            return "REST";
        }
    }

    /** What the voice whose turn it is did before goes on, note or rest. */
    record Hold() implements GridToken {
        @Override
        public String symbol() {
            return "HOLD";
        }
    }

    /** On to the next sixteenth. */
    record Step() implements GridToken {
        @Override
        public String symbol() {
            return "STEP";
        }
    }

    /** The unknown token: a pitch out of a voice's range. */
    record Unknown() implements GridToken {
        @Override
        public String symbol() {
            return Vocabulary.UNKNOWN_SYMBOL;
        }
    }

    /** How a vocabulary writes the token. */
    String symbol();

    /** The token of a symbol. @throws UserException if it is none */
    static GridToken parse(String symbol) {
        String[] words = symbol.split(" ", -1);
        try {
            GridToken token =
                    switch (words[0]) {
                        case "BEGIN" -> new Begin(Meter.parse(words[1]), Integer.parseInt(words[2]));
                        case "KEY" -> new Key(new KeySignature(Integer.parseInt(words[1]), words[2].equals("minor")));
                        case "NOTE" -> new Pitch(Integer.parseInt(words[1]));
                        case "REST" -> new Rest();
                        case "HOLD" -> new Hold();
                        case "STEP" -> new Step();
                        default -> new Unknown();
                    };
            if (token.symbol().equals(symbol) && valid(token)) {
                return token;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UserException("the vocabulary has '" + symbol + "', which is no token of the grid coding", e);
        }
        throw new UserException("the vocabulary has '" + symbol + "', which is no token of the grid coding");
    }

    private static boolean valid(GridToken token) {
        if (token instanceof Begin begin) {
            int ticks = begin.meter().ticksPerBar();
            return ticks % VoiceLines.STEP == 0 && begin.position() >= 0 && begin.position() < ticks / VoiceLines.STEP;
        }
        return !(token instanceof Pitch note) || note.pitch() >= 0 && note.pitch() <= 127;
    }
}
