package cadenza.host.control;

import cadenza.api.Effect.Sound;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Played;
import java.util.Arrays;

/**
 * No channel plays the same pitches in a row that it played not long ago: of so many notes no sequence comes twice among
 * its last {@value #WINDOW} (the n-gram blocking of R. Paulus, C. Xiong and R. Socher, <em>A Deep Reinforced Model for
 * Abstractive Summarization</em>, 2017, over notes). Dropped for a step in which it would leave nothing.
 */
final class NoNoteLoop implements Constraint {
    private static final int WINDOW = 64;
    private static final int CHANNELS = 16;

    private final int notes;

    /** @param notes length of the sequences, 2 or more */
    NoNoteLoop(int notes) {
        this.notes = notes;
    }

    @Override
    public String name() {
        return "--no-loop-notes " + notes;
    }

    @Override
    public boolean soft() {
        return true;
    }

    @Override
    public void restrict(Choices choices) {
        int[][] latest = latest(choices);
        choices.keep(effect -> !(effect instanceof Sound sound) || !repeats(latest[sound.channel()], sound.pitch()));
    }

    /** By channel the pitches that it played last, the latest first. */
    private static int[][] latest(Choices choices) {
        int[][] latest = new int[CHANNELS][WINDOW];
        int[] counts = new int[CHANNELS];
        int full = 0;
        for (Played played = choices.playhead().played().orElse(null);
                played != null && full < CHANNELS;
                played = played.earlier()) {
            if (played.effect() instanceof Sound sound && counts[sound.channel()] < WINDOW) {
                latest[sound.channel()][counts[sound.channel()]++] = sound.pitch();
                full += counts[sound.channel()] == WINDOW ? 1 : 0;
            }
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            latest[channel] = Arrays.copyOf(latest[channel], counts[channel]);
        }
        return latest;
    }

    /** Whether a pitch after the latest ones makes a sequence that is among them already. */
    private boolean repeats(int[] latest, int pitch) {
        for (int at = 0; at + notes - 1 < latest.length; at++) {
            boolean same = latest[at] == pitch;
            for (int back = 1; same && back < notes; back++) {
                same = latest[at + back] == latest[back - 1];
            }
            if (same) {
                return true;
            }
        }
        return false;
    }
}
