package cadenza.testkit;

import cadenza.api.Effect;
import cadenza.api.document.Document;
import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import cadenza.api.document.Text;
import cadenza.api.document.Track;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Does what tokens say they do, and compares it with the document that decoding gives. */
final class EffectReplay {
    /** A note's beginning. */
    private record Onset(long tick, int channel, int pitch) {
        @Override
        public String toString() {
            return "pitch " + pitch + " on channel " + channel + " at tick " + tick;
        }
    }

    private EffectReplay() {}

    static void assertSame(List<Effect> effects, Document decoded) {
        if (decoded instanceof Text text) {
            assertWritten(effects, text);
        } else {
            assertPlayed(effects, (Score) decoded);
        }
    }

    /** Code points that the effects write. */
    static int characters(List<Effect> effects) {
        String written = written(effects);
        return written.codePointCount(0, written.length());
    }

    /** Ticks that the effects advance. */
    static long ticks(List<Effect> effects) {
        return effects.stream()
                .mapToLong(effect -> effect instanceof Effect.Advance advance ? advance.ticks() : 0)
                .sum();
    }

    /** Length of a bar in the meter that the effects begin with, or in 4/4. */
    static int ticksPerBar(List<Effect> effects) {
        return begin(effects).map(Effect.Begin::meter).orElse(Meter.COMMON).ticksPerBar();
    }

    private static Optional<Effect.Begin> begin(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Begin.class::isInstance)
                .map(Effect.Begin.class::cast)
                .findFirst();
    }

    private static String written(List<Effect> effects) {
        return effects.stream()
                .map(effect -> effect instanceof Effect.Write write ? write.characters() : "")
                .collect(Collectors.joining());
    }

    private static void assertWritten(List<Effect> effects, Text text) {
        ContractViolation.unless(
                text.content().equals(written(effects)),
                "the effects write '%s', and decoding gives '%s'",
                written(effects),
                text.content());
    }

    private static void assertPlayed(List<Effect> effects, Score score) {
        begin(effects)
                .ifPresent(begin -> ContractViolation.unless(
                        meters(score).contains(begin.meter()),
                        "Begin names the meter %s, and the score has %s",
                        begin.meter(),
                        meters(score)));
        // An upbeat is written as a leading rest, or as a short first bar.
        long start = score.end() - ticks(effects);
        int position = begin(effects).map(Effect.Begin::position).orElse(0);
        ContractViolation.unless(
                start == 0 || start == position,
                "the effects advance by %d ticks, and the score ends at %d",
                ticks(effects),
                score.end());
        Set<Onset> possible = new HashSet<>();
        Set<Onset> certain = new HashSet<>();
        collect(effects, start, possible, certain);
        Set<Onset> onsets = onsets(score);
        for (Onset onset : certain) {
            ContractViolation.unless(
                    onsets.contains(onset), "the effects sound %s, which the score does not have", onset);
        }
        for (Onset onset : onsets) {
            ContractViolation.unless(
                    possible.contains(onset), "the score has %s, which the effects do not sound", onset);
        }
    }

    /** A sound that is followed at once by another or by silence on its channel may have no note. */
    private static void collect(List<Effect> effects, long start, Set<Onset> possible, Set<Onset> certain) {
        long now = start;
        Set<Onset> here = new HashSet<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Sound sound) {
                Onset onset = new Onset(now, sound.channel(), sound.pitch());
                if (sound.ticks() == Effect.Sound.UNTIL_NEXT) {
                    here.removeIf(earlier -> earlier.channel() == sound.channel());
                }
                here.add(onset);
                possible.add(onset);
            } else if (effect instanceof Effect.Silence silence) {
                here.removeIf(earlier -> earlier.channel() == silence.channel());
            } else if (effect instanceof Effect.Advance advance) {
                certain.addAll(here);
                here.clear();
                now += advance.ticks();
            }
        }
    }

    private static Set<Onset> onsets(Score score) {
        Set<Onset> onsets = new HashSet<>();
        for (Track track : score.tracks()) {
            track.notes().forEach(note -> onsets.add(new Onset(note.tick(), track.channel(), note.pitch())));
        }
        return onsets;
    }

    private static List<Meter> meters(Score score) {
        return score.meters().stream().map(change -> change.meter()).toList();
    }
}
