package cadenza.host.novelty;

import cadenza.api.document.Score;

/**
 * A run of a score that is in the training music, exactly.
 *
 * @param run in the score
 * @param source the piece it is from
 * @param sourceRun where it is there, of the same length
 * @param transposition how many semitones higher than there; 0 for percussion
 */
public record Copy(Run run, Score source, Run sourceRun, int transposition) {
    /** In which key it is beside its source: {@code as it stands}, {@code 3 semitones higher}. */
    public String shift() {
        if (transposition == 0) {
            return "as it stands";
        }
        int semitones = Math.abs(transposition);
        return semitones + (semitones == 1 ? " semitone " : " semitones ") + (transposition > 0 ? "higher" : "lower");
    }
}
