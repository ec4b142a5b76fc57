package cadenza.host.rewriting;

import cadenza.api.Codec;
import cadenza.api.Effect;
import cadenza.api.MusicCodec;
import cadenza.api.UserException;
import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * The voices that a model of music rewrites, told from its codec: what may sound on each channel at the first moment, and
 * what its documents call them. Immutable.
 *
 * @param voices highest first; a voice's index is its channel
 * @param programs General MIDI program of each, 0 to 127
 * @param meters in which its pieces may be, as its first token names them; empty if it names none
 * @param step of its grid, in ticks
 */
public record ModelVoices(List<Voice> voices, List<Integer> programs, Set<Meter> meters, int step) {
    /** Tokens of a first moment, at most: a name for each of many parts, and a note in each voice. */
    private static final int MOST_TOKENS = 1000;

    public ModelVoices {
        voices = List.copyOf(voices);
        programs = List.copyOf(programs);
        meters = new LinkedHashSet<>(meters);
    }

    private record Range(int lowest, int highest) {}

    /** @param model its name, for messages @throws UserException if it has no such voices */
    public static ModelVoices of(String model, Codec<?> codec) {
        TreeMap<Integer, Range> ranges = new TreeMap<>();
        Set<Meter> meters = new LinkedHashSet<>();
        List<Integer> tokens = new ArrayList<>();
        Place here = Place.start(codec);
        Choices choices = new Choices(codec.vocabulary().size());
        boolean advanced = false;
        while (!advanced && tokens.size() < MOST_TOKENS) {
            choices.begin(here.state(), here.playhead());
            int first = -1;
            for (int token = choices.size() - 1; token >= 0; token--) {
                Effect effect = choices.allows(token) ? choices.effect(token) : null;
                first = effect == null ? first : token;
                if (effect instanceof Effect.Sound sound) {
                    ranges.merge(
                            sound.channel(),
                            new Range(sound.pitch(), sound.pitch()),
                            (a, b) -> new Range(Math.min(a.lowest, b.lowest), Math.max(a.highest, b.highest)));
                } else if (effect instanceof Effect.Begin begin) {
                    meters.add(begin.meter());
                }
            }
            advanced = first < 0 || here.follow(first) instanceof Effect.Advance;
            tokens.add(Math.max(0, first));
        }
        if (!(codec instanceof MusicCodec music) || ranges.isEmpty() || ranges.lastKey() != ranges.size() - 1) {
            throw new UserException(
                    "model '" + model + "' has no voices that could be rewritten one by one; give a model of"
                            + " voices with --model, such as chorales-rewrite");
        }
        if (ranges.size() > VoiceLayout.MOST_VOICES) {
            throw new UserException("model '" + model + "' has " + ranges.size() + " voices; files are fitted to up to "
                    + VoiceLayout.MOST_VOICES + ", give another --model");
        }
        Score names = music.decode(tokens.stream().mapToInt(Integer::intValue).toArray(), model);
        List<Voice> voices = new ArrayList<>();
        List<Integer> programs = new ArrayList<>();
        ranges.forEach((channel, range) -> {
            Track track = names.tracks().stream()
                    .filter(one -> one.channel() == channel)
                    .findFirst()
                    .orElseGet(() -> new Track("Voice " + (channel + 1), channel, 0, List.of()));
            String name = track.name().toLowerCase(Locale.ROOT);
            if (range.highest - range.lowest < Voice.OCTAVE - 1) {
                throw new UserException(
                        "the " + name + " of model '" + model + "' spans " + (range.highest - range.lowest)
                                + " semitones, less than an octave; train it on more music, or give another --model");
            }
            voices.add(new Voice(name, range.lowest, range.highest));
            programs.add(track.program());
        });
        return new ModelVoices(voices, programs, meters, music.ticksPerStep());
    }

    /** The names, highest voice first, in lower case. */
    public List<String> names() {
        return voices.stream().map(Voice::name).toList();
    }

    /** The index of a voice. @param name or its number from 1 @throws UserException if there is none of that name */
    public int index(String name) {
        return new VoiceNames(names()).index(name);
    }
}
