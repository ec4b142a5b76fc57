package cadenza.music.voices;

import cadenza.api.document.KeySignature;
import cadenza.api.voices.VoiceLines;
import cadenza.music.voices.VoiceToken.Begin;
import cadenza.music.voices.VoiceToken.End;
import cadenza.music.voices.VoiceToken.Key;
import cadenza.music.voices.VoiceToken.Length;
import cadenza.music.voices.VoiceToken.NoteOn;
import cadenza.music.voices.VoiceToken.Rest;
import cadenza.music.voices.VoiceToken.Shift;
import java.util.ArrayList;
import java.util.List;

/** Writes {@link VoiceLines} as tokens. A last bar that is not full is filled with rests. For one piece. */
final class VoiceWriter {
    private final VoiceLines piece;
    private final int voices;
    private final KeySignature key;
    private final List<VoiceToken> tokens = new ArrayList<>();
    private int waiting;

    /**
     * @param key the key to be named
     * @param voices of the coding; those that the piece lacks rest throughout
     */
    VoiceWriter(VoiceLines piece, KeySignature key, int voices) {
        this.piece = piece;
        this.voices = voices;
        this.key = key;
    }

    List<VoiceToken> write() {
        tokens.add(new Begin(piece.meter(), piece.position()));
        tokens.add(new Key(key));
        tokens.add(Length.of(piece.bars()));
        int[] sounding = new int[voices];
        for (int step = 0; step < piece.length(); step++) {
            for (int voice = 0; voice < voices; voice++) {
                set(voice, at(voice, step), step == 0, sounding);
            }
            waiting++;
        }
        int missing = piece.fullLength() - piece.length();
        if (missing > 0) {
            for (int voice = 0; voice < voices; voice++) {
                set(voice, VoiceLines.REST, false, sounding);
            }
            waiting += missing;
        }
        shift();
        tokens.add(new End());
        return tokens;
    }

    private int at(int voice, int step) {
        if (voice < piece.lines().size()) {
            return piece.lines().get(voice)[step];
        }
        return step == 0 ? VoiceLines.REST : VoiceLines.HOLD;
    }

    private void set(int voice, int event, boolean first, int[] sounding) {
        if (event == VoiceLines.HOLD || !first && event == VoiceLines.REST && sounding[voice] == VoiceLines.REST) {
            return;
        }
        shift();
        tokens.add(event == VoiceLines.REST ? new Rest(voice) : new NoteOn(voice, event));
        sounding[voice] = event;
    }

    private void shift() {
        while (waiting > 0) {
            int steps = Math.min(Shift.MOST, waiting);
            tokens.add(new Shift(steps));
            waiting -= steps;
        }
    }
}
