package cadenza.host.rewriting;

import cadenza.api.Effect;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a sheet is redone, so that all other notes keep pitch, beginning and end. Immutable.
 *
 * @param sheet with a rest named anew behind what is redone, where a rest just went on
 * @param places to be redone, ascending; may be none
 * @param struck the tick and voice of the places that must not prolong the note before them, which is not redone
 */
public record Region(Sheet sheet, int[] places, Set<Struck> struck) {
    /** A place to be redone in a voice behind a note that stays as it is. */
    record Struck(long tick, int voice) {}

    /**
     * The notes and rests that begin within a range of ticks: of a note that began before nothing; of one that goes on
     * behind what lies within, so that no note begins elsewhere, and what comes in its place goes on as long.
     *
     * @param from inclusive
     * @param until exclusive
     */
    public static Region begunIn(Sheet sheet, long from, long until, Set<Integer> voices) {
        Set<Integer> places = new TreeSet<>();
        for (int voice : voices) {
            boolean kept = false; // a note sounds that is not redone
            for (int place : sheet.places(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(voice))) {
                Effect effect = sheet.effect(place);
                boolean within = sheet.tick(place) >= from && sheet.tick(place) < until;
                if (effect instanceof Effect.Sound) {
                    kept = !within;
                } else if (effect instanceof Effect.Silence) {
                    kept = false;
                }
                if (within && !kept) {
                    places.add(place);
                }
            }
        }
        return of(sheet, places.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Just these places. @param places ascending, each {@linkplain Sheet#open open} and of a voice */
    public static Region of(Sheet sheet, int[] places) {
        int[] tokens = sheet.tokens();
        Set<Struck> struck = new HashSet<>();
        for (int voice : sheet.voices()) {
            boolean sounds = false;
            boolean before = false; // the place before is redone
            for (int place : sheet.places(Long.MIN_VALUE, Long.MAX_VALUE, Set.of(voice))) {
                Effect effect = sheet.effect(place);
                boolean redone = Arrays.binarySearch(places, place) >= 0;
                if (redone && !before && sounds) {
                    struck.add(new Struck(sheet.tick(place), voice));
                }
                sounds = effect instanceof Effect.Sound || sounds && !(effect instanceof Effect.Silence);
                if (!redone && before && !sounds) {
                    tokens[place] = silence(sheet, place);
                }
                before = redone;
            }
        }
        return new Region(sheet.with(tokens), places, struck);
    }

    private static int silence(Sheet sheet, int place) {
        for (int token = 0; token < sheet.codec().vocabulary().size(); token++) {
            if (sheet.effect(place, token) instanceof Effect.Silence) {
                return token;
            }
        }
        return sheet.token(place);
    }

    /** What must hold while it is redone. @param further that too */
    public List<Constraint> constraints(List<Constraint> further) {
        List<Constraint> all = new ArrayList<>();
        // Before all others: it knows the voice of a place by the notes that may begin there.
        all.add(new Constraint() {
            @Override
            public String name() {
                return "that the notes around stay as they are";
            }

            @Override
            public void restrict(Choices choices) {
                long tick = choices.playhead().tick();
                if (struck.stream().anyMatch(one -> one.tick() == tick && choices.has(effect -> sounds(effect, one)))) {
                    choices.keep(effect -> !(effect instanceof Effect.None));
                }
            }
        });
        all.addAll(further);
        return all;
    }

    private static boolean sounds(Effect effect, Struck one) {
        return effect instanceof Effect.Sound sound && sound.channel() == one.voice();
    }
}
