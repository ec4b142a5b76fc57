package cadenza.host.measure;

import cadenza.api.document.Note;
import cadenza.host.music.Bars;
import java.util.ArrayList;
import java.util.List;

/**
 * The faults in how voices move. Two voices move together where both begin a note at the same tick; what each comes from
 * is its note before, unless it has rested for an eighth or more. A shorter gap is detached playing.
 */
final class MotionFaults {
    private static final long REST = 2L * Piece.SIXTEENTH;
    private static final int WHOLE_TONE = 2;

    private final Voices voices;
    private final Bars bars;
    private final List<VoiceLeadingFault> faults = new ArrayList<>();

    MotionFaults(Voices voices, Bars bars) {
        this.voices = voices;
        this.bars = bars;
    }

    /** In no particular order. */
    List<VoiceLeadingFault> all() {
        faults.clear();
        for (int upper = 0; upper < voices.tracks().size(); upper++) {
            for (int lower = upper + 1; lower < voices.tracks().size(); lower++) {
                pair(upper, lower);
            }
        }
        return List.copyOf(faults);
    }

    private void pair(int upper, int lower) {
        List<Note> above = voices.tracks().get(upper).notes();
        List<Note> below = voices.tracks().get(lower).notes();
        int i = 1;
        int j = 1;
        while (i < above.size() && j < below.size()) {
            long difference = above.get(i).tick() - below.get(j).tick();
            if (difference == 0) {
                Motion motion = new Motion(
                        before(above, i),
                        before(below, j),
                        above.get(i).pitch(),
                        below.get(j).pitch());
                judge(motion, above.get(i).tick(), upper, lower);
            }
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
    }

    private static int before(List<Note> notes, int next) {
        Note before = notes.get(next - 1);
        return notes.get(next).tick() - before.end() < REST ? before.pitch() : Voices.SILENT;
    }

    private void judge(Motion motion, long tick, int upper, int lower) {
        boolean outermost = upper == 0 && lower == voices.tracks().size() - 1;
        if (motion.similar()) {
            int before = motion.intervalBefore();
            int after = motion.intervalAfter();
            boolean leap = Math.abs(motion.upperAfter() - motion.upperBefore()) > WHOLE_TONE;
            if (Motion.fifth(after)) {
                if (Motion.fifth(before)) {
                    add(VoiceLeadingRule.PARALLEL_FIFTH, tick, upper, lower);
                } else if (outermost && leap) {
                    add(VoiceLeadingRule.HIDDEN_FIFTH, tick, upper, lower);
                }
            } else if (Motion.octave(after)) {
                // A unison and an octave are not the same interval, an octave and two octaves are.
                if (Motion.octave(before) && (before == 0) == (after == 0)) {
                    add(VoiceLeadingRule.PARALLEL_OCTAVE, tick, upper, lower);
                } else if (outermost && leap) {
                    add(VoiceLeadingRule.HIDDEN_OCTAVE, tick, upper, lower);
                }
            }
        }
        if (lower == upper + 1 && overlaps(motion)) {
            add(VoiceLeadingRule.OVERLAP, tick, upper, lower);
        }
    }

    private static boolean overlaps(Motion motion) {
        boolean crossed = motion.intervalBefore() < 0 || motion.intervalAfter() < 0;
        return motion.bothMove()
                && !crossed
                && (motion.upperAfter() < motion.lowerBefore() || motion.lowerAfter() > motion.upperBefore());
    }

    private void add(VoiceLeadingRule rule, long tick, int upper, int lower) {
        faults.add(new VoiceLeadingFault(rule, tick, bars.number(tick), upper, lower));
    }
}
