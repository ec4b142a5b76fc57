package cadenza.cli;

import cadenza.host.inspection.Inspection;
import cadenza.host.measure.ChoirVoice;
import cadenza.host.measure.VoiceLeadingFault;
import cadenza.host.measure.VoiceLeadingFaults;
import cadenza.host.measure.VoiceLeadingRule;
import cadenza.host.music.PitchName;
import cadenza.host.music.PrintableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code inspect} says of the voices of a file: labels, and what they say. */
final class VoiceLeadingLines {
    private static final int MOST_PLACES = 3;
    private static final int LONGEST_NAME = 12;

    private final Inspection inspection;
    private final VoiceLeadingFaults faults;
    private final List<String> names;

    VoiceLeadingLines(Inspection inspection) {
        this.inspection = inspection;
        this.faults = inspection.voiceLeading();
        List<String> given = faults.voices().stream().map(this::trackName).toList();
        boolean telling = given.stream().distinct().count() == given.size() && !given.contains("");
        this.names = telling
                ? given
                : faults.voices().stream().map(track -> "track " + (track + 1)).toList();
    }

    /** Empty for a file that does not have several pitched tracks. */
    Map<String, String> all() {
        Map<String, String> lines = new LinkedHashMap<>();
        if (faults.voices().size() + faults.leftOut().size() < VoiceLeadingFaults.LEAST_VOICES) {
            return lines;
        }
        lines.put("voices", voices());
        if (faults.measured()) {
            lines.put("parallels", parallels());
            lines.put("hidden", hidden());
            lines.put("crossing", crossing());
            if (faults.voices().size() > VoiceLeadingFaults.LEAST_VOICES) {
                lines.put("spacing", spacing());
            }
            if (faults.choir()) {
                lines.put("ranges", ranges());
            }
        }
        return lines;
    }

    private String voices() {
        int lines = faults.voices().size();
        String what = faults.measured()
                ? "voice leading of " + String.join(", ", names)
                : "no voice leading: " + lines
                        + (lines == 1 ? " track is a single line, " : " tracks are single lines, ")
                        + VoiceLeadingFaults.LEAST_VOICES + " to " + VoiceLeadingFaults.MOST_VOICES + " are needed";
        return faults.leftOut().isEmpty() ? what : what + "; notes overlap in " + leftOut();
    }

    private String leftOut() {
        String first = faults.leftOut().stream()
                .limit(MOST_PLACES)
                .map(track -> "track " + (track + 1))
                .collect(Collectors.joining(", "));
        int more = faults.leftOut().size() - MOST_PLACES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private String trackName(int track) {
        return PrintableText.of(inspection.tracks().get(track).track().name(), LONGEST_NAME);
    }

    private String parallels() {
        return String.format(Locale.ROOT, "%.2f a bar: ", faults.parallelsPerBar())
                + counted("fifths", VoiceLeadingRule.PARALLEL_FIFTH)
                + ", "
                + counted("octaves or unisons", VoiceLeadingRule.PARALLEL_OCTAVE);
    }

    private String hidden() {
        return counted("fifths", VoiceLeadingRule.HIDDEN_FIFTH)
                + ", "
                + counted("octaves", VoiceLeadingRule.HIDDEN_OCTAVE)
                + ", where the highest voice leaps";
    }

    private String crossing() {
        return share(faults.crossingShare()) + places(faults.against(VoiceLeadingRule.CROSSING)) + ", "
                + counted("overlaps", VoiceLeadingRule.OVERLAP);
    }

    private String spacing() {
        return "upper voices over an octave apart " + share(faults.wideShare())
                + places(faults.against(VoiceLeadingRule.SPACING));
    }

    private String ranges() {
        List<String> outside = new ArrayList<>();
        for (ChoirVoice voice : ChoirVoice.values()) {
            List<VoiceLeadingFault> found = faults.against(VoiceLeadingRule.RANGE).stream()
                    .filter(fault -> fault.upper() == voice.ordinal())
                    .toList();
            if (!found.isEmpty()) {
                outside.add(voice + " outside " + PitchName.of(voice.lowest()) + " to " + PitchName.of(voice.highest())
                        + ": " + found.size() + listed(found, fault -> String.valueOf(fault.bar())));
            }
        }
        return outside.isEmpty() ? "all notes within those of a choir" : String.join(", ", outside);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %% of the time", 100 * share);
    }

    private String counted(String what, VoiceLeadingRule rule) {
        List<VoiceLeadingFault> found = faults.against(rule);
        return what + " " + found.size() + places(found);
    }

    /** The first ones, such as {@code (bars 3 Soprano/Bass, 7 Alto/Tenor)}; empty if there are none. */
    private String places(List<VoiceLeadingFault> found) {
        return listed(found, fault -> fault.bar() + " " + names.get(fault.upper()) + "/" + names.get(fault.lower()));
    }

    private static String listed(List<VoiceLeadingFault> found, Function<VoiceLeadingFault, String> place) {
        List<String> all = found.stream().map(place).distinct().toList();
        if (all.isEmpty()) {
            return "";
        }
        int more = all.size() - MOST_PLACES;
        return (all.size() == 1 ? " (bar " : " (bars ")
                + all.stream().limit(MOST_PLACES).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more)" : ")");
    }
}
