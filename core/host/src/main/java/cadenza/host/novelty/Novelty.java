package cadenza.host.novelty;

import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What of a score is found in a {@link MusicFingerprint}: an upper bound of what was copied.
 *
 * @param runs the runs of {@link MusicFingerprint#LENGTH} onsets or more, in the order of tracks and time
 * @param notes how many notes the score has, those before the beginning left aside
 * @param notesInRuns how many of them lie in such runs
 */
public record Novelty(List<Run> runs, int notes, int notesInRuns) {
    public Novelty {
        runs = List.copyOf(runs);
    }

    /** Holds a score against the training music. */
    public static Novelty of(Score score, MusicFingerprint training) {
        return of(score, training, 0);
    }

    /**
     * Holds the end of a score against the training music.
     *
     * @param begin only notes that begin at this tick or later count; a run that reaches it may begin before
     */
    public static Novelty of(Score score, MusicFingerprint training, long begin) {
        return of(score, training, (track, tick) -> tick >= begin);
    }

    /** Which notes of a score count. */
    @FunctionalInterface
    public interface Counted {
        /** @param track its index in the score @param tick at which the note begins */
        boolean test(int track, long tick);
    }

    /**
     * Holds some notes of a score against the training music.
     *
     * @param counted only these notes count; a run that has one of them may have others
     */
    public static Novelty of(Score score, MusicFingerprint training, Counted counted) {
        List<Run> runs = new ArrayList<>();
        int notes = 0;
        int notesInRuns = 0;
        for (int i = 0; i < score.tracks().size(); i++) {
            Track track = score.tracks().get(i);
            List<Onset> onsets = Onset.of(track);
            long[] hashes = MusicFingerprint.hashes(onsets, track);
            notes += notes(i, onsets, counted);
            int covered = 0; // onsets whose notes are counted, or lie in no run
            int to;
            for (int from = 0; from < hashes.length; from = to + 1) {
                to = from;
                while (to < hashes.length && training.contains(hashes[to])) {
                    to++;
                }
                int length = to - from + MusicFingerprint.LENGTH - 1;
                if (to > from && notes(i, onsets.subList(from, from + length), counted) > 0) {
                    List<Onset> run = onsets.subList(from, from + length);
                    runs.add(new Run(i, run.get(0).tick(), run.get(length - 1).tick(), length));
                    // Runs may overlap.
                    notesInRuns += notes(i, onsets.subList(Math.max(from, covered), from + length), counted);
                    covered = from + length;
                }
            }
        }
        return new Novelty(runs, notes, notesInRuns);
    }

    private static int notes(int track, List<Onset> onsets, Counted counted) {
        int notes = 0;
        for (Onset onset : onsets) {
            notes += counted.test(track, onset.tick()) ? onset.pitches().size() : 0;
        }
        return notes;
    }

    /** The runs, the longest first; those of one length in the order of tracks and time. */
    public List<Run> longestFirst() {
        return runs.stream()
                .sorted(Comparator.comparingInt(Run::length).reversed())
                .toList();
    }

    /** Onsets of the longest run; 0 if there is none of {@link MusicFingerprint#LENGTH} or more. */
    public int longestLength() {
        return runs.stream().mapToInt(Run::length).max().orElse(0);
    }

    /** The share of the notes that lie in runs, 0 to 1. */
    public double share() {
        return notes == 0 ? 0 : (double) notesInRuns / notes;
    }

    /** In one line. */
    @Override
    public String toString() {
        return inWords(longestLength(), share());
    }

    /**
     * What a longest run and a share come to, in one line.
     *
     * @param longest onsets; 0 for none that a fingerprint sees
     * @param share of the notes that lie in runs, 0 to 1
     */
    public static String inWords(int longest, double share) {
        if (longest == 0) {
            return "fewer than " + MusicFingerprint.LENGTH + " notes in a row are in the training music";
        }
        return String.format(
                Locale.ROOT,
                "at most %d notes in a row are in the training music (" + (share < 0.1 ? "%.1f" : "%.0f")
                        + " %% of the notes lie in runs of %d or more)",
                longest,
                100 * share,
                MusicFingerprint.LENGTH);
    }
}
