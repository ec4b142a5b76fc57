package cadenza.music.drums;

import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Score;
import cadenza.music.coding.Coding;
import cadenza.music.coding.PieceCodec;
import java.util.ArrayList;
import java.util.List;

/** The coding {@code drums}: percussion alone, in one meter and tempo, with its velocities and its feel. */
public final class DrumsCoding implements Coding {
    @Override
    public String name() {
        return DrumsCodec.NAME;
    }

    @Override
    public boolean transposedByDefault() {
        return false;
    }

    @Override
    public void check(Score score) throws UnsuitableDocumentException {
        DrumHits.of(score);
    }

    @Override
    public PieceCodec codecOf(List<Score> scores, int lowest, int highest) {
        List<DrumHits> pieces = new ArrayList<>();
        for (Score score : scores) {
            try {
                pieces.add(DrumHits.of(score));
            } catch (UnsuitableDocumentException e) {
                throw new IllegalArgumentException("'" + score.title() + "' was not checked", e);
            }
        }
        return new DrumsCodec(DrumVocabulary.of(pieces));
    }

    @Override
    public PieceCodec open(Vocabulary vocabulary, Settings settings) {
        return new DrumsCodec(new DrumVocabulary(vocabulary));
    }
}
