package cadenza.api;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;

/**
 * What a token does to the document, told as data so that the host can constrain and stream without knowing a plugin's
 * vocabulary.
 */
public sealed interface Effect {
    /** Nothing that a constraint could act on. */
    record None() implements Effect {}

    /**
     * Appends these characters to the text.
     *
     * @param characters one or more
     */
    record Write(String characters) implements Effect {}

    /**
     * Begins the piece.
     *
     * @param position where in a bar of this meter the first moment lies, in ticks; 0 is the bar line
     */
    record Begin(Meter meter, int position) implements Effect {}

    /** Names the key of what follows; a condition that the model heeds, not a bound on the pitches. */
    record Key(KeySignature signature) implements Effect {}

    /**
     * Announces how many full bars the piece has, an upbeat not counted; a condition that the model heeds.
     *
     * @param bars 1 or more; {@link #MORE_BARS} for more than the coding can count
     */
    record Length(int bars) implements Effect {
        /** Longer than any length that the coding can name. */
        public static final int MORE_BARS = Integer.MAX_VALUE;
    }

    /** Sets the tempo from now on, in quarters a minute. */
    record Tempo(double beatsPerMinute) implements Effect {}

    /** A bar begins now, in this meter. Codings whose meter never changes need not say it. */
    record Bar(Meter meter) implements Effect {}

    /** Gives a channel (0 to 15) a General MIDI program (0 to 127). */
    record Program(int channel, int program) implements Effect {}

    /**
     * Sounds a pitch (0 to 127) on a channel (0 to 15), now.
     *
     * @param ticks how long it sounds, 1 or more; {@link #UNTIL_NEXT} until the next sound or silence on its channel,
     *     as in a single line
     */
    record Sound(int channel, int pitch, int ticks) implements Effect {
        /** The length of a note of a single line, which the next one ends. */
        public static final int UNTIL_NEXT = 0;

        /** A note of a single line. */
        public Sound(int channel, int pitch) {
            this(channel, pitch, UNTIL_NEXT);
        }
    }

    /** Lets a pitch that has sounded until now go on for so many ticks, 1 or more; no new note. */
    record Prolong(int channel, int pitch, int ticks) implements Effect {}

    /** Silences a channel (0 to 15), now. */
    record Silence(int channel) implements Effect {}

    /** Moves on by so many ticks, 1 or more; what sounds goes on sounding. */
    record Advance(int ticks) implements Effect {}

    /** Ends the document; nothing may follow. */
    record End() implements Effect {}
}
