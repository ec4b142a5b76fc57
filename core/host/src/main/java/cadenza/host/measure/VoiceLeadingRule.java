package cadenza.host.measure;

/**
 * A rule of textbook four-part writing: E. Aldwell and C. Schachter, <em>Harmony and Voice Leading</em>, "Procedures of
 * Four-Part Writing". Motion is told from intervals as {@code VoiceLeadingQuartet} of music21 does it (M. S. Cuthbert
 * and C. Ariza, <em>music21</em>, ISMIR 2010), except where a rule says otherwise. Pitches of MIDI cannot tell a
 * diminished sixth from a fifth: both are seven semitones.
 */
public enum VoiceLeadingRule {
    /**
     * Two voices move in the same direction from one perfect fifth to another, octaves between them left aside: a fifth,
     * then a twelfth is one. A fifth and a twelfth by contrary motion are none here; music21's {@code parallelFifth}
     * counts them too.
     */
    PARALLEL_FIFTH,

    /**
     * Two voices move in the same direction from a unison to a unison, or from an octave, or several, to the like.
     * Contrary motion is none here; music21's {@code parallelUnisonOrOctave} counts it too.
     */
    PARALLEL_OCTAVE,

    /**
     * Direct fifth: the outermost voices move in the same direction to a perfect fifth from something else, the upper one
     * by more than a whole tone. music21's {@code hiddenFifth} counts steps of the upper voice too, which are allowed.
     */
    HIDDEN_FIFTH,

    /** As {@link #HIDDEN_FIFTH}, to a unison, an octave or several; a unison to an octave is one. */
    HIDDEN_OCTAVE,

    /** A voice begins to sound below the next lower one; one fault however long it stays there. */
    CROSSING,

    /**
     * Two neighbours move so that one goes beyond where the other has just been, without being crossed before or after;
     * to the same pitch is allowed.
     */
    OVERLAP,

    /** Two neighbours, the lowest voice left aside, begin to be more than an octave apart; one fault however long. */
    SPACING,

    /** A note of four voices is outside its {@link ChoirVoice}'s range. */
    RANGE
}
