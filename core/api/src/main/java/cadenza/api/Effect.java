package cadenza.api;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import java.util.Objects;

/**
 * What a token does to the document, told as data so that the host can constrain and stream without knowing a plugin's
 * vocabulary. Each is checked when it is made.
 */
public sealed interface Effect {
    /** Nothing that a constraint could act on. */
    record None() implements Effect {}

    /**
     * Appends these characters to the text.
     *
     * @param characters one or more
     */
    record Write(String characters) implements Effect {
        /** @throws IllegalArgumentException if there is no character */
        public Write {
            if (characters.isEmpty()) {
                throw new IllegalArgumentException("an effect writes no character; make it a None");
            }
        }
    }

    /**
     * Begins the piece.
     *
     * @param position where in a bar of this meter the first moment lies, in ticks; 0 is the bar line
     */
    record Begin(Meter meter, int position) implements Effect {
        /** @throws IllegalArgumentException if the position is not within a bar */
        public Begin {
            check("begins at tick", position, 0, meter.ticksPerBar() - 1);
        }
    }

    /** Names the key of what follows; a condition that the model heeds, not a bound on the pitches. */
    record Key(KeySignature signature) implements Effect {
        public Key {
            Objects.requireNonNull(signature, "signature");
        }
    }

    /**
     * Announces how many full bars the piece has, an upbeat not counted; a condition that the model heeds.
     *
     * @param bars 1 or more; {@link #MORE_BARS} for more than the coding can count
     */
    record Length(int bars) implements Effect {
        /** Longer than any length that the coding can name. */
        public static final int MORE_BARS = Integer.MAX_VALUE;

        /** @throws IllegalArgumentException if there are no bars */
        public Length {
            check("announces bars:", bars, 1, MORE_BARS);
        }
    }

    /** Sets the tempo from now on, in quarters a minute. */
    record Tempo(double beatsPerMinute) implements Effect {
        /** @throws IllegalArgumentException if it is not finite and above 0 */
        public Tempo {
            if (!(beatsPerMinute > 0 && beatsPerMinute < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "an effect sets the tempo " + beatsPerMinute + ", which is not finite and above 0");
            }
        }
    }

    /** A bar begins now, in this meter. Codings whose meter never changes need not say it. */
    record Bar(Meter meter) implements Effect {
        public Bar {
            Objects.requireNonNull(meter, "meter");
        }
    }

    /** Gives a channel (0 to 15) a General MIDI program (0 to 127). */
    record Program(int channel, int program) implements Effect {
        /** @throws IllegalArgumentException if channel or program is out of range */
        public Program {
            checkChannel(channel);
            check("gives the program", program, 0, 127);
        }
    }

    /**
     * Sounds a pitch (0 to 127) on a channel (0 to 15), now.
     *
     * @param ticks how long it sounds, 1 or more; {@link #UNTIL_NEXT} until the next sound or silence on its channel,
     *     as in a single line
     */
    record Sound(int channel, int pitch, int ticks) implements Effect {
        /** The length of a note of a single line, which the next one ends. */
        public static final int UNTIL_NEXT = 0;

        /** @throws IllegalArgumentException if channel, pitch or length is out of range */
        public Sound {
            checkNote(channel, pitch);
            check("sounds for ticks:", ticks, UNTIL_NEXT, Integer.MAX_VALUE);
        }

        /** A note of a single line. */
        public Sound(int channel, int pitch) {
            this(channel, pitch, UNTIL_NEXT);
        }
    }

    /** Lets a pitch that has sounded until now go on for so many ticks, 1 or more; no new note. */
    record Prolong(int channel, int pitch, int ticks) implements Effect {
        /** @throws IllegalArgumentException if channel, pitch or length is out of range */
        public Prolong {
            checkNote(channel, pitch);
            check("prolongs by ticks:", ticks, 1, Integer.MAX_VALUE);
        }
    }

    /** Silences a channel (0 to 15), now. */
    record Silence(int channel) implements Effect {
        /** @throws IllegalArgumentException if the channel is out of range */
        public Silence {
            checkChannel(channel);
        }
    }

    /** Moves on by so many ticks, 1 or more; what sounds goes on sounding. */
    record Advance(int ticks) implements Effect {
        /** @throws IllegalArgumentException if time would not move on */
        public Advance {
            check("advances by ticks:", ticks, 1, Integer.MAX_VALUE);
        }
    }

    /** Ends the document; nothing may follow. */
    record End() implements Effect {}

    private static void checkNote(int channel, int pitch) {
        checkChannel(channel);
        check("has the pitch", pitch, 0, 127);
    }

    private static void checkChannel(int channel) {
        check("is on channel", channel, 0, 15);
    }

    private static void check(String does, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException("an effect " + does + " " + value + ", which is not "
                    + (highest == Integer.MAX_VALUE ? lowest + " or more" : "in " + lowest + ".." + highest));
        }
    }
}
