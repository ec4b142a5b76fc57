package cadenza.api;

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

    /** Sounds a pitch (0 to 127) on a channel (0 to 15), now. */
    record Sound(int channel, int pitch) implements Effect {}

    /** Silences a channel (0 to 15), now. */
    record Silence(int channel) implements Effect {}

    /** Moves on by so many ticks, 1 or more; what sounds goes on sounding. */
    record Advance(int ticks) implements Effect {}

    /** Ends the document; nothing may follow. */
    record End() implements Effect {}
}
