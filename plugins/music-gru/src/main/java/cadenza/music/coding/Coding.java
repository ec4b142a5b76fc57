package cadenza.music.coding;

import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Score;
import java.util.List;

/** A way to write scores as tokens: which scores it can hold, and the codec it makes of a corpus. Stateless. */
public interface Coding {
    /** As the option {@code --coding} and a model file name it. */
    String name();

    /** Whether the pieces are learned in every key where the user does not say. */
    boolean transposedByDefault();

    /** Whether a corpus alone can be reason to take this coding; one that tells less than files hold must be asked for. */
    default boolean chosenByCorpus() {
        return true;
    }

    /** Checks that a score can be held. @throws UnsuitableDocumentException with the reason, if it cannot */
    void check(Score score) throws UnsuitableDocumentException;

    /**
     * The codec of a corpus.
     *
     * @param scores at least one, each of which passed {@link #check}
     * @param lowest semitones by which pieces may be transposed down, 0 or less
     * @param highest semitones by which pieces may be transposed up, 0 or more
     */
    PieceCodec codecOf(List<Score> scores, int lowest, int highest);

    /** What this coding changes in these pieces, for the report before training; none by default. */
    default List<String> remarks(List<Score> scores) {
        return List.of();
    }

    /** The codec of a vocabulary and settings out of a model file. @throws UserException if they do not fit */
    PieceCodec open(Vocabulary vocabulary, Settings settings);
}
