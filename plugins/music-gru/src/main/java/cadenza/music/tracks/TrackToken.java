package cadenza.music.tracks;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.music.coding.TempoBins;
import cadenza.music.coding.VelocityBins;

/** A token of the tracks coding, and how a vocabulary writes it. */
sealed interface TrackToken {
    /** Begins the piece at a place of a bar: {@code BEGIN 4/4 72}. */
    record Begin(Meter meter, int place) implements TrackToken {
        @Override
        public String symbol() {
            return "BEGIN " + meter + " " + place;
        }
    }

    /** The tempo from now on, in quarters a minute: {@code TEMPO 121}. */
    record Tempo(int beatsPerMinute) implements TrackToken {
        @Override
        public String symbol() {
            return "TEMPO " + beatsPerMinute;
        }
    }

    /** What follows is for the percussion, with this program (the kit): {@code DRUMS 0}. */
    record Drums(int program) implements TrackToken {
        @Override
        public String symbol() {
            return "DRUMS " + program;
        }
    }

    /** Moves on by a number of places of {@link TrackGrid#SHIFTS}: {@code SHIFT 12}. */
    record Shift(int places) implements TrackToken {
        @Override
        public String symbol() {
            return "SHIFT " + places;
        }
    }

    /** A bar of this meter begins: {@code METER 3/4}. */
    record Bar(Meter meter) implements TrackToken {
        @Override
        public String symbol() {
            return "METER " + meter;
        }
    }

    /** What follows is for the part with this program: {@code TRACK 33}. */
    record Turn(int program) implements TrackToken {
        @Override
        public String symbol() {
            return "TRACK " + program;
        }
    }

    /** The part is this loud from now on, a bin of {@link VelocityBins}: {@code VELOCITY 12}. */
    record Velocity(int bin) implements TrackToken {
        @Override
        public String symbol() {
            return "VELOCITY " + bin;
        }
    }

    /** The part's notes last so many places from now on, of {@link TrackGrid#DURATIONS}: {@code DURATION 24}. */
    record Duration(int places) implements TrackToken {
        @Override
        public String symbol() {
            return "DURATION " + places;
        }
    }

    /** Begins a note: {@code NOTE 60}. */
    record NoteOn(int pitch) implements TrackToken {
        @Override
        public String symbol() {
            return "NOTE " + pitch;
        }
    }

    /** Hits a drum: {@code HIT 36}. */
    record Strike(int pitch) implements TrackToken {
        @Override
        public String symbol() {
            return "HIT " + pitch;
        }
    }

    /** Ends the piece. */
    record End() implements TrackToken {
        @Override
        public String symbol() {
            return "END";
        }
    }

    /** The unknown token: a program or a pitch that the vocabulary lacks. */
    record Unknown() implements TrackToken {
        @Override
        public String symbol() {
            return Vocabulary.UNKNOWN_SYMBOL;
        }
    }

    /** How a vocabulary writes the token. */
    String symbol();

    /** The token of a symbol. @throws UserException if it is none */
    static TrackToken parse(String symbol) {
        try {
            TrackToken token = read(symbol.split(" ", -1));
            if (token.symbol().equals(symbol) && valid(token)) {
                return token;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UserException("the vocabulary has '" + symbol + "', which is no token of the tracks coding", e);
        }
        throw new UserException("the vocabulary has '" + symbol + "', which is no token of the tracks coding");
    }

    private static TrackToken read(String[] words) {
        return switch (words[0]) {
            case "BEGIN" -> new Begin(Meter.parse(words[1]), Integer.parseInt(words[2]));
            case "METER" -> new Bar(Meter.parse(words[1]));
            case "TEMPO" -> new Tempo(Integer.parseInt(words[1]));
            case "DRUMS" -> new Drums(Integer.parseInt(words[1]));
            case "SHIFT" -> new Shift(Integer.parseInt(words[1]));
            case "TRACK" -> new Turn(Integer.parseInt(words[1]));
            case "VELOCITY" -> new Velocity(Integer.parseInt(words[1]));
            case "DURATION" -> new Duration(Integer.parseInt(words[1]));
            case "NOTE" -> new NoteOn(Integer.parseInt(words[1]));
            case "HIT" -> new Strike(Integer.parseInt(words[1]));
            case "END" -> new End();
            default -> new Unknown();
        };
    }

    private static boolean valid(TrackToken token) {
        if (token instanceof Begin begin) {
            return begin.place() >= 0 && begin.place() < TrackGrid.places(begin.meter());
        }
        if (token instanceof Bar bar) {
            return TrackGrid.places(bar.meter()) > 0;
        }
        if (token instanceof Tempo tempo) {
            return TempoBins.contains(tempo.beatsPerMinute());
        }
        if (token instanceof Shift shift) {
            return TrackGrid.SHIFTS.contains(shift.places());
        }
        if (token instanceof Duration duration) {
            return TrackGrid.DURATIONS.contains(duration.places());
        }
        return numbered(token);
    }

    private static boolean numbered(TrackToken token) {
        if (token instanceof Turn turn) {
            return within(turn.program(), 128);
        }
        if (token instanceof Velocity velocity) {
            return within(velocity.bin(), VelocityBins.COUNT);
        }
        if (token instanceof Drums drums) {
            return within(drums.program(), 128);
        }
        if (token instanceof NoteOn note) {
            return within(note.pitch(), 128);
        }
        return !(token instanceof Strike strike) || within(strike.pitch(), 128);
    }

    private static boolean within(int number, int size) {
        return number >= 0 && number < size;
    }
}
