package cadenza.host.measure;

import cadenza.api.document.Note;
import cadenza.host.music.Bars;
import java.util.ArrayList;
import java.util.List;

/** The faults in where voices are: crossed, too far apart, out of range. */
final class PositionFaults {
    private final Voices voices;
    private final Bars bars;
    private final List<VoiceLeadingFault> faults = new ArrayList<>();

    PositionFaults(Voices voices, Bars bars) {
        this.voices = voices;
        this.bars = bars;
    }

    /** In no particular order. */
    List<VoiceLeadingFault> all() {
        faults.clear();
        for (int upper = 0; upper + 1 < voices.tracks().size(); upper++) {
            boolean crossed = false;
            boolean wide = false;
            for (Voices.Moment moment : voices.moments()) {
                boolean nowCrossed = Voices.crossed(moment.pitches(), upper);
                boolean nowWide = Voices.wide(moment.pitches(), upper);
                if (nowCrossed && !crossed) {
                    add(VoiceLeadingRule.CROSSING, moment.tick(), upper, upper + 1);
                }
                if (nowWide && !wide) {
                    add(VoiceLeadingRule.SPACING, moment.tick(), upper, upper + 1);
                }
                crossed = nowCrossed;
                wide = nowWide;
            }
        }
        ranges();
        return List.copyOf(faults);
    }

    private void ranges() {
        ChoirVoice[] choir = ChoirVoice.values();
        if (voices.tracks().size() != choir.length) {
            return;
        }
        for (int voice = 0; voice < choir.length; voice++) {
            for (Note note : voices.tracks().get(voice).notes()) {
                if (!choir[voice].holds(note.pitch())) {
                    add(VoiceLeadingRule.RANGE, note.tick(), voice, voice);
                }
            }
        }
    }

    private void add(VoiceLeadingRule rule, long tick, int upper, int lower) {
        faults.add(new VoiceLeadingFault(rule, tick, bars.number(tick), upper, lower));
    }
}
