package cadenza.cli;

import cadenza.api.Settings;
import cadenza.host.measure.ChoirVoice;
import cadenza.host.measure.VoiceLeadingFault;
import cadenza.host.measure.VoiceLeadingFaults;
import cadenza.host.measure.VoiceLeadingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code inspect --json} says of the voices of a file. Tracks count from 1, as the page shows them; voices are named
 * by their tracks, and stand in order of height.
 */
final class VoiceLeadingJson {
    private VoiceLeadingJson() {}

    /** Without figures where there are no voices to measure. */
    static Settings of(VoiceLeadingFaults faults) {
        Settings json = Settings.empty()
                .with("voices", tracks(faults.voices()))
                .with("overlappingTracks", tracks(faults.leftOut()));
        if (!faults.measured()) {
            return json;
        }
        Settings counts = Settings.empty();
        for (VoiceLeadingRule rule : VoiceLeadingRule.values()) {
            if (rule != VoiceLeadingRule.RANGE || faults.choir()) {
                counts = counts.with(name(rule), faults.against(rule).size());
            }
        }
        json = json.with("bars", faults.bars())
                .with("parallelsPerBar", faults.parallelsPerBar())
                .with("crossingShare", faults.crossingShare())
                .with("wideShare", faults.wideShare())
                .with("counts", counts)
                .with("pairs", pairs(faults))
                .with(
                        "faults",
                        faults.faults().stream()
                                .map(fault -> fault(faults, fault))
                                .toList());
        return faults.choir() ? json.with("choir", choir(faults)) : json;
    }

    private static List<Integer> tracks(List<Integer> indices) {
        return indices.stream().map(index -> index + 1).toList();
    }

    /** By names that stay, such as {@code parallel_fifth}. */
    private static String name(VoiceLeadingRule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    private static List<Settings> pairs(VoiceLeadingFaults faults) {
        List<Settings> pairs = new ArrayList<>();
        for (int upper = 0; upper < faults.voices().size(); upper++) {
            for (int lower = upper + 1; lower < faults.voices().size(); lower++) {
                pairs.add(voices(faults, upper, lower)
                        .with("parallelFifths", count(faults, VoiceLeadingRule.PARALLEL_FIFTH, upper, lower))
                        .with("parallelOctaves", count(faults, VoiceLeadingRule.PARALLEL_OCTAVE, upper, lower)));
            }
        }
        return pairs;
    }

    private static long count(VoiceLeadingFaults faults, VoiceLeadingRule rule, int upper, int lower) {
        return faults.against(rule).stream()
                .filter(fault -> fault.upper() == upper && fault.lower() == lower)
                .count();
    }

    private static Settings voices(VoiceLeadingFaults faults, int upper, int lower) {
        return Settings.empty()
                .with("upper", faults.voices().get(upper) + 1)
                .with("lower", faults.voices().get(lower) + 1);
    }

    private static Settings fault(VoiceLeadingFaults faults, VoiceLeadingFault fault) {
        return voices(faults, fault.upper(), fault.lower())
                .with("rule", name(fault.rule()))
                .with("bar", fault.bar())
                .with("tick", fault.tick());
    }

    private static List<Settings> choir(VoiceLeadingFaults faults) {
        List<Settings> choir = new ArrayList<>();
        for (ChoirVoice voice : ChoirVoice.values()) {
            choir.add(Settings.empty()
                    .with("track", faults.voices().get(voice.ordinal()) + 1)
                    .with("voice", voice.toString())
                    .with("lowest", voice.lowest())
                    .with("highest", voice.highest())
                    .with("notesOutside", count(faults, VoiceLeadingRule.RANGE, voice.ordinal(), voice.ordinal())));
        }
        return choir;
    }
}
