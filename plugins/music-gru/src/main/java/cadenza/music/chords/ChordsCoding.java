package cadenza.music.chords;

import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.music.coding.Coding;
import cadenza.music.coding.PieceCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The coding {@code chords}: at each step all pitches that sound, as in a piano roll. */
public final class ChordsCoding implements Coding {
    @Override
    public String name() {
        return ChordsCodec.NAME;
    }

    @Override
    public boolean transposedByDefault() {
        return false;
    }

    @Override
    public boolean chosenByCorpus() {
        return false;
    }

    @Override
    public void check(Score score) throws UnsuitableDocumentException {
        ChordSteps.check(score);
    }

    @Override
    public List<String> remarks(List<Score> scores) {
        int steps = Score.TICKS_PER_QUARTER / ChordSteps.grid(scores);
        return List.of("grid: " + (steps == 1 ? "a step a quarter" : steps + " steps a quarter")
                + "; which track plays, what is struck again and how loud is not learned");
    }

    @Override
    public PieceCodec codecOf(List<Score> scores, int lowest, int highest) {
        int grid = ChordSteps.grid(scores);
        List<ChordSteps> pieces = new ArrayList<>();
        for (Score score : scores) {
            try {
                pieces.add(ChordSteps.of(score, grid));
            } catch (UnsuitableDocumentException e) {
                throw new IllegalArgumentException("'" + score.title() + "' was not checked", e);
            }
        }
        Settings settings = Settings.empty()
                .with("coding", ChordsCodec.NAME)
                .with("step", grid)
                .with("program", mostCommonProgram(scores))
                .with("tempo", medianTempo(scores));
        return new ChordsCodec(ChordVocabulary.of(pieces, grid, lowest, highest).symbols(), settings);
    }

    private static int mostCommonProgram(List<Score> scores) {
        TreeMap<Integer, Integer> notes = new TreeMap<>();
        for (Score score : scores) {
            for (Track track : score.tracks()) {
                if (!track.percussion()) {
                    notes.merge(track.program(), track.notes().size(), Integer::sum);
                }
            }
        }
        return notes.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue()))
                .map(entry -> entry.getKey())
                .orElse(0);
    }

    private static double medianTempo(List<Score> scores) {
        List<Double> tempos = scores.stream()
                .map(score -> score.tempos().get(0).beatsPerMinute())
                .sorted()
                .toList();
        return tempos.get(tempos.size() / 2);
    }

    @Override
    public PieceCodec open(Vocabulary vocabulary, Settings settings) {
        return new ChordsCodec(vocabulary, settings);
    }
}
