package cadenza.music.voices;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.voices.VoiceLines;
import java.util.List;

/** A token of the voices coding, and how a vocabulary writes it. */
sealed interface VoiceToken {
    /** Begins the piece at a step of a bar: {@code BEGIN 4/4 12}. */
    record Begin(Meter meter, int position) implements VoiceToken {
        @Override
        public String symbol() {
            return "BEGIN " + meter + " " + position;
        }
    }

    /** Names the key: {@code KEY D minor}. */
    record Key(KeySignature signature) implements VoiceToken {
        private static final List<String> TONICS =
                List.of("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B");

        /** The key so many semitones higher, with the fewest accidentals. */
        Key transposed(int semitones) {
            return new Key(KeySignature.of(Math.floorMod(signature.tonic() + semitones, 12), signature.minor()));
        }

        private static Key parse(String tonic, String mode) {
            int pitchClass = TONICS.indexOf(tonic);
            if (pitchClass < 0) {
                throw new IllegalArgumentException(tonic + " is no tonic");
            }
            return new Key(KeySignature.of(pitchClass, mode.equals("minor")));
        }

        @Override
        public String symbol() {
            return "KEY " + TONICS.get(signature.tonic()) + (signature.minor() ? " minor" : " major");
        }
    }

    /** Announces the length in full bars: {@code LENGTH 8}; one more than {@link #MOST} stands for all that is longer. */
    record Length(int bars) implements VoiceToken {
        static final int MOST = 64;

        /** The token for a piece of so many bars. */
        static Length of(int bars) {
            return new Length(Math.min(bars, MOST + 1));
        }

        @Override
        public String symbol() {
            return bars > MOST ? "LENGTH MORE" : "LENGTH " + bars;
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
                        case "KEY" -> Key.parse(words[1], words[2]);
                        case "LENGTH" ->
                            words[1].equals("MORE")
                                    ? new Length(Length.MOST + 1)
                                    : new Length(Integer.parseInt(words[1]));
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
        if (token instanceof Length length) {
            return length.bars() >= 1 && length.bars() <= Length.MOST + 1;
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
