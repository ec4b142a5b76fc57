package cadenza.host.rewriting;

import cadenza.api.Effect;
import cadenza.host.sampling.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * How the voices of a sheet move while it is rewritten, and which choices would lead them badly: into parallel fifths,
 * octaves or unisons, where two voices that begin a note together move in the same direction from one to the like, over
 * more than an octave, or across each other (the rules of strict counterpoint that are about neighbouring notes alone;
 * J. J. Fux, <em>Gradus ad Parnassum</em>, 1725). Unlike a constraint it sees what stands behind a place too. For one rewriting and one thread.
 *
 * <p>It is for voices that all have a place at the same ticks; of others it forbids nothing.
 */
final class VoiceMotion {
    private static final int OCTAVE = 12;
    private static final int FIFTH = 7;
    private static final int SILENT = -1;
    private static final int HELD = -2;

    private final Sheet sheet;
    private final int[] voiceOf; // [place]: index of its voice, or -1
    private final int[] momentOf; // [place]
    private final List<int[]> events = new ArrayList<>(); // of each voice, [moment]: a pitch, SILENT or HELD

    VoiceMotion(Sheet sheet) {
        this.sheet = sheet;
        voiceOf = new int[sheet.length()];
        momentOf = new int[sheet.length()];
        Arrays.fill(voiceOf, -1);
        long[] ticks = null;
        for (int voice : sheet.voices()) {
            int[] places = sheet.places(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(voice));
            long[] own = Arrays.stream(places).mapToLong(sheet::tick).toArray();
            ticks = ticks == null ? own : ticks;
            if (!Arrays.equals(ticks, own)) {
                Arrays.fill(voiceOf, -1);
                return;
            }
            int[] line = new int[places.length];
            for (int moment = 0; moment < places.length; moment++) {
                voiceOf[places[moment]] = events.size();
                momentOf[places[moment]] = moment;
                line[moment] = event(sheet.effect(places[moment]));
            }
            events.add(line);
        }
    }

    private static int event(Effect effect) {
        if (effect instanceof Effect.Sound sound) {
            return sound.pitch();
        }
        return effect instanceof Effect.Silence ? SILENT : HELD;
    }

    /** Puts a token in a place. */
    void set(int place, int token) {
        if (voiceOf[place] >= 0) {
            events.get(voiceOf[place])[momentOf[place]] = event(sheet.effect(place, token));
        }
    }

    /**
     * Takes out of the choices for a place those that lead badly, then those that cross; each unless the voice would be left
     * with nothing but silence.
     */
    void restrict(int place, Choices choices) {
        if (voiceOf[place] >= 0) {
            int voice = voiceOf[place];
            int moment = momentOf[place];
            refuse(choices, voice, moment, event -> leadsBadly(voice, moment, event));
            refuse(choices, voice, moment, event -> crosses(voice, moment, event));
        }
    }

    private void refuse(Choices choices, int voice, int moment, IntPredicate bad) {
        boolean[] refused = new boolean[choices.size()];
        boolean someSound = false;
        for (int token = 0; token < refused.length; token++) {
            if (choices.allows(token)) {
                int event = event(choices.effect(token));
                refused[token] = bad.test(event);
                someSound |= !refused[token] && (event == HELD ? sounding(voice, moment - 1) : event) >= 0;
            }
        }
        for (int token = 0; someSound && token < refused.length; token++) {
            if (refused[token]) {
                choices.refuse(token);
            }
        }
    }

    /** Whether a voice would be above a higher one, or below a lower one, while it holds what it begins or goes on with. */
    private boolean crosses(int voice, int moment, int event) {
        int pitch = event == HELD ? sounding(voice, moment - 1) : event;
        int[] line = events.get(voice);
        for (int other = 0; pitch >= 0 && other < events.size(); other++) {
            int sounding = sounding(other, moment);
            for (int at = moment; at < line.length && (at == moment || line[at] == HELD); at++) {
                sounding = events.get(other)[at] == HELD ? sounding : events.get(other)[at];
                if (sounding >= 0 && (other < voice && pitch > sounding || other > voice && pitch < sounding)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean leadsBadly(int voice, int moment, int event) {
        int before = sounding(voice, moment - 1);
        int pitch = event == HELD ? before : event;
        if (pitch < 0) {
            return false;
        }
        if (event != HELD && leadsBadly(voice, moment, before, pitch)) {
            return true;
        }
        int[] line = events.get(voice);
        int next = moment + 1;
        while (next < line.length && line[next] == HELD) {
            next++;
        }
        return next < line.length && line[next] >= 0 && leadsBadly(voice, next, pitch, line[next]);
    }

    /** Whether a voice goes badly from a pitch to that which it begins at a moment, as the others go there. */
    private boolean leadsBadly(int voice, int moment, int from, int to) {
        if (from < 0 || from == to) {
            return false;
        }
        if (Math.abs(to - from) > OCTAVE) {
            return true;
        }
        for (int other = 0; other < events.size(); other++) {
            int otherTo = events.get(other)[moment];
            int otherFrom = sounding(other, moment - 1);
            boolean together = other != voice && otherTo >= 0 && otherFrom >= 0 && otherTo != otherFrom;
            if (together && to > from == otherTo > otherFrom && alike(from - otherFrom, to - otherTo)) {
                return true;
            }
        }
        return false;
    }

    /** Whether both intervals are fifths, or both octaves or unisons, octaves between them left aside. */
    private static boolean alike(int before, int after) {
        int size = Math.abs(before) % OCTAVE;
        return (size == 0 || size == FIFTH) && Math.abs(after) % OCTAVE == size;
    }

    /** What a voice sounds at a moment; {@link #SILENT} before the first. */
    private int sounding(int voice, int moment) {
        int[] line = events.get(voice);
        int at = moment;
        while (at >= 0 && line[at] == HELD) {
            at--;
        }
        return at < 0 ? SILENT : line[at];
    }
}
