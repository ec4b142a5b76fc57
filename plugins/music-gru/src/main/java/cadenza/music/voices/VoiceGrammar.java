package cadenza.music.voices;

import cadenza.api.voices.VoiceLines;
import cadenza.music.voices.VoiceToken.Begin;
import cadenza.music.voices.VoiceToken.End;
import cadenza.music.voices.VoiceToken.Key;
import cadenza.music.voices.VoiceToken.Length;
import cadenza.music.voices.VoiceToken.NoteOn;
import cadenza.music.voices.VoiceToken.Rest;
import cadenza.music.voices.VoiceToken.Shift;

/**
 * Which tokens of the voices coding may come next: meter, key and length first; every voice set before the first shift;
 * a rest only where a note sounds; after the longest shift another may follow, else something must happen first; the end
 * just when the announced bars are full, or on a bar line where there are more than the coding counts. So no note hangs
 * and none has zero length.
 */
final class VoiceGrammar {
    private VoiceGrammar() {}

    static boolean allows(VoiceToken token, VoicePosition position) {
        if (position.meter() == null) {
            return token instanceof Begin;
        }
        if (position.key() == null) {
            return token instanceof Key;
        }
        if (!position.announced()) {
            return token instanceof Length;
        }
        if (token instanceof NoteOn note) {
            return allowsNote(note.voice(), position);
        }
        if (token instanceof Rest rest) {
            return mayBeSet(rest.voice(), position) && position.sounding[rest.voice()] != VoiceLines.REST;
        }
        if (token instanceof Shift shift) {
            return shift.steps() <= position.stepsLeft() && mayMoveOn(position);
        }
        return token instanceof End && mayEnd(position);
    }

    /** In which voices any note may begin. */
    static boolean[] settable(VoicePosition position) {
        boolean[] settable = new boolean[position.sounding.length];
        for (int voice = 0; voice < settable.length; voice++) {
            settable[voice] = allowsNote(voice, position);
        }
        return settable;
    }

    /** Whether any note may begin in a voice. */
    private static boolean allowsNote(int voice, VoicePosition position) {
        return position.announced() && mayBeSet(voice, position);
    }

    /** Voices are set highest first; before the first shift none is passed over; at the very end none is set. */
    private static boolean mayBeSet(int voice, VoicePosition position) {
        return position.shifted()
                ? voice > position.voice() && position.stepsLeft() > 0
                : voice == position.voice() + 1;
    }

    private static boolean mayMoveOn(VoicePosition position) {
        if (position.voice() == VoicePosition.NO_VOICE) {
            return position.fullShift();
        }
        return position.shifted() || position.voice() == position.sounding.length - 1;
    }

    private static boolean mayEnd(VoicePosition position) {
        boolean afterShift = position.shifted() && position.voice() == VoicePosition.NO_VOICE;
        boolean far = position.stepsLeft() == VoicePosition.FAR;
        return afterShift && (far ? position.inBar() == 0 : position.stepsLeft() == 0);
    }
}
