package cadenza.music.drums;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.music.coding.TempoBins;
import cadenza.music.coding.VelocityBins;

/** A token of the drums coding, and how a vocabulary writes it. */
sealed interface DrumToken {
    /** Begins the piece on a bar line: {@code BEGIN 4/4}. */
    record Begin(Meter meter) implements DrumToken {
        @Override
        public String symbol() {
            return "BEGIN " + meter;
        }
    }

    /** The tempo in quarters a minute: {@code TEMPO 121}. */
    record Tempo(int beatsPerMinute) implements DrumToken {
        @Override
        public String symbol() {
            return "TEMPO " + beatsPerMinute;
        }
    }

    /** Moves on to the first place of the cell 1 to {@link #MOST} sixteenths ahead: {@code SHIFT 2}. */
    record Shift(int cells) implements DrumToken {
        static final int MOST = 16;

        @Override
        public String symbol() {
            return "SHIFT " + cells;
        }
    }

    /** Moves on to a place of the cell: {@code OFFSET -1}. */
    record Offset(int places) implements DrumToken {
        @Override
        public String symbol() {
            return "OFFSET " + places;
        }
    }

    /** Hits a drum: {@code HIT 36}. */
    record Strike(int pitch) implements DrumToken {
        @Override
        public String symbol() {
            return "HIT " + pitch;
        }
    }

    /** How loud the hit before it is, a bin of {@link VelocityBins}: {@code VELOCITY 12}. */
    record Velocity(int bin) implements DrumToken {
        @Override
        public String symbol() {
            return "VELOCITY " + bin;
        }
    }

    /** Ends the piece. */
    record End() implements DrumToken {
        @Override
        public String symbol() {
            return "END";
        }
    }

    /** The unknown token: a drum that the vocabulary lacks. */
    record Unknown() implements DrumToken {
        @Override
        public String symbol() {
            return Vocabulary.UNKNOWN_SYMBOL;
        }
    }

    /** How a vocabulary writes the token. */
    String symbol();

    /** The token of a symbol. @throws UserException if it is none */
    static DrumToken parse(String symbol) {
        String[] words = symbol.split(" ", -1);
        try {
            DrumToken token =
                    switch (words[0]) {
                        case "BEGIN" -> new Begin(Meter.parse(words[1]));
                        case "TEMPO" -> new Tempo(Integer.parseInt(words[1]));
                        case "SHIFT" -> new Shift(Integer.parseInt(words[1]));
                        case "OFFSET" -> new Offset(Integer.parseInt(words[1]));
                        case "HIT" -> new Strike(Integer.parseInt(words[1]));
                        case "VELOCITY" -> new Velocity(Integer.parseInt(words[1]));
                        case "END" -> new End();
                        default -> new Unknown();
                    };
            if (token.symbol().equals(symbol) && valid(token)) {
                return token;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UserException("the vocabulary has '" + symbol + "', which is no token of the drums coding", e);
        }
        throw new UserException("the vocabulary has '" + symbol + "', which is no token of the drums coding");
    }

    private static boolean valid(DrumToken token) {
        if (token instanceof Begin begin) {
            return DrumGrid.cells(begin.meter()) > 0;
        }
        if (token instanceof Tempo tempo) {
            return TempoBins.contains(tempo.beatsPerMinute());
        }
        if (token instanceof Shift shift) {
            return shift.cells() >= 1 && shift.cells() <= Shift.MOST;
        }
        if (token instanceof Offset offset) {
            return offset.places() >= DrumGrid.EARLIEST && offset.places() <= DrumGrid.LATEST;
        }
        if (token instanceof Velocity velocity) {
            return velocity.bin() >= 0 && velocity.bin() < VelocityBins.COUNT;
        }
        return !(token instanceof Strike strike) || strike.pitch() >= 0 && strike.pitch() <= 127;
    }
}
