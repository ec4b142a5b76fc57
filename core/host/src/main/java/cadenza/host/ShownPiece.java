package cadenza.host;

import cadenza.api.UserException;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.host.rewriting.Sheet;
import cadenza.host.rewriting.VoiceFit;

/**
 * A piece as a model that rewrites sees it.
 *
 * @param piece as it is in the file
 * @param fit as the model's voices
 * @param sheet the same as tokens
 * @param offset what its ticks are more in the file than on the sheet
 */
record ShownPiece(Score piece, VoiceFit fit, Sheet sheet, long offset) {
    /** @param sheet of what was fitted: its first place is where the first note begins */
    static ShownPiece of(Score piece, VoiceFit fit, Sheet sheet) {
        return new ShownPiece(piece, fit, sheet, first(fit.score()) - sheet.tick(sheet.places()[0]));
    }

    /** Where the first note of a score begins, in ticks. @throws UserException if it has none */
    static long first(Score score) {
        return score.tracks().stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(Note::tick)
                .min()
                .orElseThrow(
                        () -> new UserException("'" + score.title() + "' has no note to go by; give one that has"));
    }
}
