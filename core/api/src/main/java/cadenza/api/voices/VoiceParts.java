package cadenza.api.voices;

import cadenza.api.Settings;
import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a corpus writes its voices: the names, programs and tempo that most of its pieces have.
 *
 * @param names of the voices, highest first
 * @param programs of the voices, each 0 to 127
 * @param tempo quarters a minute
 */
public record VoiceParts(List<String> names, List<Long> programs, double tempo) {
    /** @throws UserException if these are not two to six voices, each with a program */
    public VoiceParts {
        if (names.size() < VoiceLines.FEWEST_VOICES
                || names.size() > VoiceLines.MOST_VOICES
                || programs.size() != names.size()
                || !allWithin(programs)) {
            throw new UserException("the voices coding has " + names.size() + " voices with the programs " + programs
                    + "; it needs 2 to 6 voices, each with a program of 0..127");
        }
    }

    private static boolean allWithin(List<Long> programs) {
        for (long program : programs) {
            if (program < 0 || program > 127) {
                return false;
            }
        }
        return true;
    }

    /** Out of the settings of a model. @throws UserException if they are not complete */
    public static VoiceParts of(Settings settings) {
        return new VoiceParts(
                settings.texts("voices"),
                settings.numbers("programs"),
                settings.decimal("tempo", TempoChange.SLOWEST, TempoChange.FASTEST));
    }

    /** Number of voices. */
    public int count() {
        return names.size();
    }

    public String name(int voice) {
        return names.get(voice);
    }

    public int program(int voice) {
        return programs.get(voice).intValue();
    }

    /** Those that most of these scores have, one or more, highest voice first. */
    public static VoiceParts of(List<Score> scores, int voices) {
        List<Map<String, Integer>> names = new ArrayList<>();
        List<Map<Long, Integer>> programs = new ArrayList<>();
        for (int voice = 0; voice < voices; voice++) {
            names.add(new LinkedHashMap<>());
            programs.add(new LinkedHashMap<>());
        }
        for (Score score : scores) {
            List<Track> tracks = VoiceLines.highestFirst(score);
            for (int voice = 0; voice < Math.min(voices, tracks.size()); voice++) {
                names.get(voice).merge(tracks.get(voice).name(), 1, Integer::sum);
                programs.get(voice).merge((long) tracks.get(voice).program(), 1, Integer::sum);
            }
        }
        List<String> commonNames = new ArrayList<>();
        for (int voice = 0; voice < voices; voice++) {
            String name = mostCommon(names.get(voice));
            commonNames.add(name.isBlank() ? "Voice " + (voice + 1) : name);
        }
        return new VoiceParts(
                commonNames, programs.stream().map(VoiceParts::mostCommon).toList(), medianTempo(scores));
    }

    /** These, added to the settings of a codec, for {@link #of(Settings)}. */
    public Settings addTo(Settings settings) {
        return settings.with("voices", names).with("programs", programs).with("tempo", tempo);
    }

    private static <T> T mostCommon(Map<T, Integer> counts) {
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    private static double medianTempo(List<Score> scores) {
        List<Double> tempos = scores.stream()
                .map(score -> score.tempos().get(0).beatsPerMinute())
                .sorted()
                .collect(Collectors.toList());
        // To a tenth: what a file rounds to microseconds should read as it was meant.
        return Math.round(tempos.get(tempos.size() / 2) * 10) / 10.0;
    }
}
