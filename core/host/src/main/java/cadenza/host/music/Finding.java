package cadenza.host.music;

/**
 * What {@link MidiReader} finds in a file and does not hand on as it is: events that a
 * {@link cadenza.api.document.Score} does not hold, and faults that are mended.
 */
public enum Finding {
    SUSTAIN_PEDAL("sustain pedal event", "sustain pedal events"),
    VOLUME("volume change", "volume changes"),
    EXPRESSION("expression change", "expression changes"),
    PAN("pan change", "pan changes"),
    MODULATION("modulation change", "modulation changes"),
    BANK("bank select", "bank selects"),
    CONTROLLER("other controller event", "other controller events"),
    PITCH_BEND("pitch bend", "pitch bends"),
    CHANNEL_PRESSURE("channel pressure event", "channel pressure events"),
    KEY_PRESSURE("key pressure event", "key pressure events"),
    /** The notes after it keep the program that most notes of their track have. */
    PROGRAM_CHANGE("program change amid a track", "program changes amid tracks"),
    /** Only the first counts. */
    KEY_CHANGE("later key signature", "later key signatures"),
    INVALID_SIGNATURE("signature out of range", "signatures out of range"),
    TEXT("text", "texts"),
    COPYRIGHT("copyright notice", "copyright notices"),
    INSTRUMENT_NAME("instrument name", "instrument names"),
    LYRIC("lyric", "lyrics"),
    MARKER("marker", "markers"),
    CUE_POINT("cue point", "cue points"),
    META("other meta event", "other meta events"),
    SYSTEM_EXCLUSIVE("system exclusive message", "system exclusive messages"),
    /** But for the first of a file of type 1, which holds tempos and signatures. */
    EMPTY_TRACK("track without notes", "tracks without notes"),

    /** It lasts to the end of its file track. */
    UNENDED_NOTE("note without an end", "notes without an end", true),
    /** It ends where its pitch is struck again. */
    OVERLAPPING_NOTE("note struck again while it sounded", "notes struck again while they sounded", true),
    /** Of two at one onset and pitch the louder stays. */
    DOUBLED_NOTE("note doubled at its onset", "notes doubled at their onsets", true),
    /** It lasts a tick. */
    SHORT_NOTE("note of less than a tick", "notes of less than a tick", true),
    /** It has no effect. */
    STRAY_NOTE_OFF("note-off without a note", "note-offs without a note", true),
    /** It is clamped to what a {@link cadenza.api.document.TempoChange} holds. */
    TEMPO_OUT_OF_RANGE("tempo out of range", "tempos out of range", true);

    private final String one;
    private final String many;
    private final boolean mended;

    Finding(String one, String many) {
        this(one, many, false);
    }

    Finding(String one, String many, boolean mended) {
        this.one = one;
        this.many = many;
        this.mended = mended;
    }

    /** Whether it is a fault that is mended, not an event that is left out. */
    public boolean mended() {
        return mended;
    }

    /** Says how many: {@code 1 note without an end}, {@code 3 pitch bends}. */
    public String count(int count) {
        return count + " " + (count == 1 ? one : many);
    }
}
