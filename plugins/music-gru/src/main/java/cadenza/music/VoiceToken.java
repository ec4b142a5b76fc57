package cadenza.music;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;

/** A token of the voices coding, and how a vocabulary writes it. */
sealed interface VoiceToken {
    /** Begins the piece at a step of a bar: {@code BEGIN 4/4 12}. */
    record Begin(Meter meter, int position) implements VoiceToken {
        @Override
        public String symbol() {
            return "BEGIN " + meter + " " + position;
        }
    }

    /** Moves on by 1 to {@link #MOST} steps: {@code SHIFT 4}. */
    record Shift(int steps) implements VoiceToken {
        static final int MOST = 16;

        @Override
        public String symbol() {
            return "SHIFT " + steps;
        }
    }

    /** Begins a note in a voice, 0 the highest: {@code NOTE 0 67}. */
    record NoteOn(int voice, int pitch) implements VoiceToken {
        @Override
        public String symbol() {
            return "NOTE " + voice + " " + pitch;
        }
    }

    /** Begins a rest in a voice: {@code REST 3}. */
    record Rest(int voice) implements VoiceToken {
        @Override
        public String symbol() {
            return "REST " + voice;
        }
    }

    /** Ends the piece. */
    record End() implements VoiceToken {
        @Override
        public String symbol() {
            return "END";
        }
    }

    /** The unknown token: a pitch that the vocabulary lacks. */
    record Unknown() implements VoiceToken {
        @Override
        public String symbol() {
            return Vocabulary.UNKNOWN_SYMBOL;
        }
    }

    /** How a vocabulary writes the token. */
    String symbol();

    /** The token of a symbol. @throws UserException if it is none */
    static VoiceToken parse(String symbol) {
        String[] words = symbol.split(" ", -1);
        try {
            VoiceToken token =
                    switch (words[0]) {
                        case "BEGIN" -> new Begin(Meter.parse(words[1]), Integer.parseInt(words[2]));
                        case "SHIFT" -> new Shift(Integer.parseInt(words[1]));
                        case "NOTE" -> new NoteOn(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                        case "REST" -> new Rest(Integer.parseInt(words[1]));
                        case "END" -> new End();
                        default -> new Unknown();
                    };
            if (token.symbol().equals(symbol) && valid(token)) {
                return token;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UserException("the vocabulary has '" + symbol + "', which is no token of the voices coding", e);
        }
        throw new UserException("the vocabulary has '" + symbol + "', which is no token of the voices coding");
    }

    private static boolean valid(VoiceToken token) {
        if (token instanceof Begin begin) {
            int ticks = begin.meter().ticksPerBar();
            return ticks % VoiceLines.STEP == 0 && begin.position() >= 0 && begin.position() < ticks / VoiceLines.STEP;
        }
        if (token instanceof Shift shift) {
            return shift.steps() >= 1 && shift.steps() <= Shift.MOST;
        }
        if (token instanceof NoteOn note) {
            return voice(note.voice()) && note.pitch() >= 0 && note.pitch() <= 127;
        }
        return !(token instanceof Rest rest) || voice(rest.voice());
    }

    private static boolean voice(int voice) {
        return voice >= 0 && voice < VoiceLines.MOST_VOICES;
    }
}
