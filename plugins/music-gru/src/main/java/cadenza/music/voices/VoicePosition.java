package cadenza.music.voices;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.voices.VoiceLines;
import cadenza.music.voices.VoiceToken.Begin;
import cadenza.music.voices.VoiceToken.Key;
import cadenza.music.voices.VoiceToken.Length;
import cadenza.music.voices.VoiceToken.NoteOn;
import cadenza.music.voices.VoiceToken.Rest;
import cadenza.music.voices.VoiceToken.Shift;
import java.util.Arrays;

/** Where a sequence of the voices coding stands, and what sounds there. Changed by each token; one sequence, one thread. */
final class VoicePosition {
    /** No voice was set since the last shift. */
    static final int NO_VOICE = -1;

    /** How far the end is, where the piece is longer than the coding counts. */
    static final int FAR = Integer.MAX_VALUE;

    /** What each voice sounds: a pitch, {@link VoiceLines#REST}, or {@link VoiceLines#HOLD} while it is not set yet. */
    final int[] sounding;

    /** What each voice sounded before the moment at hand. */
    final int[] before;

    private Meter meter;
    private KeySignature key;
    private int inBar;
    private int stepsLeft = -1;
    private int voice = NO_VOICE;
    private boolean shifted;
    private boolean fullShift;
    private boolean lost;

    VoicePosition(int voices) {
        sounding = new int[voices];
        before = new int[voices];
        Arrays.fill(sounding, VoiceLines.HOLD);
        Arrays.fill(before, VoiceLines.HOLD);
    }

    /** The meter; null before the piece has begun. */
    Meter meter() {
        return meter;
    }

    /** The key; null before it is named. */
    KeySignature key() {
        return key;
    }

    /** Whether the length has been announced, so that notes may come. */
    boolean announced() {
        return stepsLeft >= 0;
    }

    /** Steps since the bar line. */
    int inBar() {
        return inBar;
    }

    /** Steps to the end, or {@link #FAR}. */
    int stepsLeft() {
        return stepsLeft;
    }

    /** The last voice that was set since the last shift, or {@link #NO_VOICE}. */
    int voice() {
        return voice;
    }

    /** Whether time has moved on from the first moment. */
    boolean shifted() {
        return shifted;
    }

    /** Whether the last token was the longest shift, which another may follow. */
    boolean fullShift() {
        return fullShift;
    }

    /** Whether a token was unknown, so that the grammar may be wrong about what comes next. */
    boolean lost() {
        return lost;
    }

    int stepsPerBar() {
        return stepsPerBar(meter);
    }

    static int stepsPerBar(Meter meter) {
        return meter.ticksPerBar() / VoiceLines.STEP;
    }

    void accept(VoiceToken token) {
        if (token instanceof Begin begin) {
            meter = begin.meter();
            inBar = begin.position();
        } else if (token instanceof Key named) {
            key = named.signature();
        } else if (token instanceof Length length) {
            announce(length);
        } else if (token instanceof NoteOn note) {
            set(note.voice(), note.pitch());
        } else if (token instanceof Rest rest) {
            set(rest.voice(), VoiceLines.REST);
        } else if (token instanceof Shift shift) {
            moveOn(shift.steps());
        }
        lost |= token instanceof VoiceToken.Unknown;
        fullShift = token instanceof Shift shift && shift.steps() == Shift.MOST;
    }

    private void announce(Length length) {
        if (meter == null || length.bars() > Length.MOST) {
            stepsLeft = FAR;
        } else {
            int upbeat = Math.floorMod(-inBar, stepsPerBar());
            stepsLeft = length.bars() * stepsPerBar() + upbeat;
        }
    }

    private void set(int which, int pitch) {
        sounding[which] = pitch;
        voice = which;
    }

    private void moveOn(int steps) {
        inBar = meter == null ? 0 : (inBar + steps) % stepsPerBar();
        stepsLeft = stepsLeft == FAR ? FAR : Math.max(0, stepsLeft - steps);
        System.arraycopy(sounding, 0, before, 0, before.length);
        voice = NO_VOICE;
        shifted = true;
    }
}
