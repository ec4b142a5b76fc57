package cadenza.music.voices;

import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Score;
import cadenza.api.voices.VoiceLines;
import cadenza.music.coding.Coding;
import cadenza.music.coding.PieceCodec;
import java.util.ArrayList;
import java.util.List;

/** The coding {@code voices}: two to six single lines on a sixteenth grid. */
public final class VoicesCoding implements Coding {
    @Override
    public String name() {
        return VoicesCodec.NAME;
    }

    @Override
    public boolean transposedByDefault() {
        return true;
    }

    @Override
    public void check(Score score) throws UnsuitableDocumentException {
        VoiceLines.of(score);
    }

    @Override
    public PieceCodec codecOf(List<Score> scores, int lowest, int highest) {
        List<VoiceLines> lines = new ArrayList<>();
        for (Score score : scores) {
            try {
                lines.add(VoiceLines.of(score));
            } catch (UnsuitableDocumentException e) {
                throw new IllegalArgumentException("'" + score.title() + "' was not checked", e);
            }
        }
        return VoicesCodec.of(scores, lines, lowest, highest);
    }

    @Override
    public PieceCodec open(Vocabulary vocabulary, Settings settings) {
        return new VoicesCodec(vocabulary, settings);
    }
}
