package cadenza.music.chords;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.music.chords.ChordToken.Begin;
import cadenza.music.chords.ChordToken.End;
import cadenza.music.chords.ChordToken.Repeat;
import cadenza.music.chords.ChordToken.Sounding;
import cadenza.music.chords.ChordToken.Step;
import cadenza.music.coding.BarLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The tokens of a chords coding by id, and its grid. Immutable. */
final class ChordVocabulary {
    private final Vocabulary symbols;
    private final List<ChordToken> tokens;
    private final List<Meter> meters;
    private final int grid;

    /** @param grid ticks of a step. @throws UserException if a token that the grammar needs is missing */
    ChordVocabulary(Vocabulary symbols, int grid) {
        this.symbols = symbols;
        this.grid = grid;
        tokens = symbols.symbols().stream().map(ChordToken::parse).toList();
        List<Begin> begins = tokens.stream()
                .filter(Begin.class::isInstance)
                .map(Begin.class::cast)
                .toList();
        meters = begins.stream().map(Begin::meter).distinct().toList();
        boolean bars = begins.stream()
                .allMatch(begin -> has(new Begin(begin.meter(), 0))
                        && begin.meter().ticksPerBar() % grid == 0
                        && begin.position() < steps(begin.meter())
                        && BarLines.meterOf((long) (steps(begin.meter()) - begin.position()) * grid)
                                .isPresent());
        if (begins.isEmpty() || !bars || !has(new Step()) || !has(new Repeat()) || !has(new End())) {
            throw new UserException("the vocabulary of the chords coding is incomplete: it needs BEGIN on a bar line of"
                    + " whole steps, STEP, REPEAT and END");
        }
    }

    /**
     * The vocabulary of a corpus.
     *
     * @param pieces at least one
     * @param lowest semitones by which notes may be transposed down, 0 or less
     * @param highest semitones by which notes may be transposed up, 0 or more
     */
    static ChordVocabulary of(List<ChordSteps> pieces, int grid, int lowest, int highest) {
        List<ChordToken> tokens = new ArrayList<>();
        pieces.stream()
                .flatMap(piece ->
                        List.of(new Begin(piece.meter(), 0), new Begin(piece.meter(), piece.position())).stream())
                .distinct()
                .sorted(Comparator.comparing(Begin::symbol))
                .forEach(tokens::add);
        var range = pieces.stream()
                .flatMap(piece -> piece.steps().stream())
                .flatMapToInt(Arrays::stream)
                .summaryStatistics();
        if (range.getCount() > 0) {
            IntStream.rangeClosed(Math.max(0, range.getMin() + lowest), Math.min(127, range.getMax() + highest))
                    .forEach(pitch -> tokens.add(new Sounding(pitch)));
        }
        tokens.addAll(List.of(new Step(), new Repeat(), new End()));
        return new ChordVocabulary(
                Vocabulary.of(tokens.stream().map(ChordToken::symbol).toList()), grid);
    }

    Vocabulary symbols() {
        return symbols;
    }

    int size() {
        return tokens.size();
    }

    ChordToken token(int id) {
        return tokens.get(id);
    }

    /** The id of a token, {@link Vocabulary#UNKNOWN} if it is not here. */
    int id(ChordToken token) {
        return symbols.id(token.symbol());
    }

    private boolean has(ChordToken token) {
        return id(token) != Vocabulary.UNKNOWN;
    }

    /** In the order of their tokens. */
    List<Meter> meters() {
        return meters;
    }

    /** Ticks of a step. */
    int grid() {
        return grid;
    }

    /** Steps of a bar. */
    int steps(Meter meter) {
        return meter.ticksPerBar() / grid;
    }
}
