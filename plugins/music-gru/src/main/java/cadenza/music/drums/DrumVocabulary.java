package cadenza.music.drums;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.music.coding.TempoBins;
import cadenza.music.coding.VelocityBins;
import cadenza.music.drums.DrumToken.Begin;
import cadenza.music.drums.DrumToken.End;
import cadenza.music.drums.DrumToken.Offset;
import cadenza.music.drums.DrumToken.Shift;
import cadenza.music.drums.DrumToken.Strike;
import cadenza.music.drums.DrumToken.Tempo;
import cadenza.music.drums.DrumToken.Velocity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tokens of a drums coding by id. Immutable. */
final class DrumVocabulary {
    private final Vocabulary symbols;
    private final List<DrumToken> tokens;
    private final List<Meter> meters;
    private final List<Integer> tempos;
    private final List<Integer> pitches;

    /** @throws UserException if a token that the grammar needs is missing */
    DrumVocabulary(Vocabulary symbols) {
        this.symbols = symbols;
        tokens = symbols.symbols().stream().map(DrumToken::parse).toList();
        meters = all(Begin.class).map(Begin::meter).toList();
        tempos = all(Tempo.class).map(Tempo::beatsPerMinute).sorted().toList();
        pitches = all(Strike.class).map(Strike::pitch).sorted().toList();
        Stream<DrumToken> needed = Stream.concat(grid().stream(), Stream.of(new End()));
        if (meters.isEmpty() || tempos.isEmpty() || pitches.isEmpty() || needed.anyMatch(token -> id(token) == 0)) {
            throw new UserException("the vocabulary of the drums coding is incomplete: it needs BEGIN, TEMPO and HIT,"
                    + " every SHIFT, OFFSET and VELOCITY, and END");
        }
    }

    /** The vocabulary of a corpus. @param pieces at least one */
    static DrumVocabulary of(List<DrumHits> pieces) {
        List<DrumToken> tokens = new ArrayList<>();
        pieces.stream()
                .map(piece -> new Begin(piece.meter()))
                .distinct()
                .sorted(java.util.Comparator.comparing(Begin::symbol))
                .forEach(tokens::add);
        var tempos = pieces.stream().mapToDouble(DrumHits::tempo).summaryStatistics();
        TempoBins.between(tempos.getMin(), tempos.getMax()).forEach(tempo -> tokens.add(new Tempo(tempo)));
        tokens.addAll(grid());
        pieces.stream()
                .flatMap(piece -> piece.hits().stream())
                .map(DrumHits.Hit::pitch)
                .distinct()
                .sorted()
                .forEach(pitch -> tokens.add(new Strike(pitch)));
        tokens.add(new End());
        return new DrumVocabulary(
                Vocabulary.of(tokens.stream().map(DrumToken::symbol).toList()));
    }

    private static List<DrumToken> grid() {
        List<DrumToken> tokens = new ArrayList<>();
        IntStream.rangeClosed(1, Shift.MOST).forEach(cells -> tokens.add(new Shift(cells)));
        IntStream.rangeClosed(DrumGrid.EARLIEST, DrumGrid.LATEST).forEach(places -> tokens.add(new Offset(places)));
        IntStream.range(0, VelocityBins.COUNT).forEach(bin -> tokens.add(new Velocity(bin)));
        return tokens;
    }

    private <T extends DrumToken> Stream<T> all(Class<T> kind) {
        return tokens.stream().filter(kind::isInstance).map(kind::cast);
    }

    Vocabulary symbols() {
        return symbols;
    }

    int size() {
        return tokens.size();
    }

    DrumToken token(int id) {
        return tokens.get(id);
    }

    /** The id of a token, {@link Vocabulary#UNKNOWN} if it is not here. */
    int id(DrumToken token) {
        return symbols.id(token.symbol());
    }

    /** In the order of their tokens. */
    List<Meter> meters() {
        return meters;
    }

    /** Ascending. */
    List<Integer> tempos() {
        return tempos;
    }

    /** Ascending. */
    List<Integer> pitches() {
        return pitches;
    }
}
