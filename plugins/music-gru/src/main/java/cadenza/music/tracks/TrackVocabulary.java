package cadenza.music.tracks;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.music.coding.TempoBins;
import cadenza.music.coding.VelocityBins;
import cadenza.music.tracks.TrackToken.Bar;
import cadenza.music.tracks.TrackToken.Begin;
import cadenza.music.tracks.TrackToken.Drums;
import cadenza.music.tracks.TrackToken.Duration;
import cadenza.music.tracks.TrackToken.End;
import cadenza.music.tracks.TrackToken.NoteOn;
import cadenza.music.tracks.TrackToken.Shift;
import cadenza.music.tracks.TrackToken.Strike;
import cadenza.music.tracks.TrackToken.Tempo;
import cadenza.music.tracks.TrackToken.Turn;
import cadenza.music.tracks.TrackToken.Velocity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tokens of a tracks coding by id. Immutable. */
final class TrackVocabulary {
    private final Vocabulary symbols;
    private final List<TrackToken> tokens;
    private final List<Meter> meters;
    private final List<Integer> tempos;

    /** @throws UserException if a token that the grammar needs is missing */
    TrackVocabulary(Vocabulary symbols) {
        this.symbols = symbols;
        tokens = symbols.symbols().stream().map(TrackToken::parse).toList();
        meters = Stream.concat(
                        all(Begin.class).map(Begin::meter), all(Bar.class).map(Bar::meter))
                .distinct()
                .toList();
        tempos = all(Tempo.class).map(Tempo::beatsPerMinute).sorted().toList();
        boolean bars = all(Begin.class).allMatch(begin -> has(new Begin(begin.meter(), 0)));
        boolean pitched = all(Turn.class).findAny().isPresent();
        boolean drums = all(Drums.class).findAny().isPresent();
        boolean notes = !pitched || all(NoteOn.class).findAny().isPresent();
        boolean hits = !drums || all(Strike.class).findAny().isPresent();
        boolean grid = grid().stream().allMatch(this::has) && has(new End());
        boolean begins = all(Begin.class).findAny().isPresent() && !tempos.isEmpty();
        if (!bars || !begins || !pitched && !drums || !notes || !hits || !grid) {
            throw new UserException("the vocabulary of the tracks coding is incomplete: it needs BEGIN on a bar line,"
                    + " TEMPO, TRACK with NOTE or DRUMS with HIT, every SHIFT, VELOCITY and DURATION, and END");
        }
    }

    /**
     * The vocabulary of a corpus.
     *
     * @param pieces at least one
     * @param lowest semitones by which notes may be transposed down, 0 or less
     * @param highest semitones by which notes may be transposed up, 0 or more
     */
    static TrackVocabulary of(List<TrackPiece> pieces, int lowest, int highest) {
        List<TrackToken> tokens = new ArrayList<>(conditions(pieces));
        tokens.addAll(grid());
        TreeSet<Integer> programs = new TreeSet<>();
        TreeSet<Integer> kits = new TreeSet<>();
        TreeSet<Integer> hits = new TreeSet<>();
        TreeSet<Integer> pitches = new TreeSet<>();
        for (TrackPiece piece : pieces) {
            for (TrackPiece.Struck note : piece.notes()) {
                boolean percussion = note.part() == TrackParts.PERCUSSION;
                (percussion ? hits : pitches).add(note.pitch());
                (percussion ? kits : programs).add(percussion ? piece.kit() : note.part());
            }
        }
        programs.forEach(program -> tokens.add(new Turn(program)));
        kits.forEach(program -> tokens.add(new Drums(program)));
        if (!pitches.isEmpty()) {
            IntStream.rangeClosed(Math.max(0, pitches.first() + lowest), Math.min(127, pitches.last() + highest))
                    .forEach(pitch -> tokens.add(new NoteOn(pitch)));
        }
        hits.forEach(pitch -> tokens.add(new Strike(pitch)));
        tokens.add(new End());
        return new TrackVocabulary(
                Vocabulary.of(tokens.stream().map(TrackToken::symbol).toList()));
    }

    /** What holds for a while: meters and tempos. */
    private static List<TrackToken> conditions(List<TrackPiece> pieces) {
        TreeSet<TrackToken> begins = new TreeSet<>(Comparator.comparing(TrackToken::symbol));
        TreeSet<TrackToken> bars = new TreeSet<>(Comparator.comparing(TrackToken::symbol));
        double slowest = Double.POSITIVE_INFINITY;
        double fastest = 0;
        for (TrackPiece piece : pieces) {
            Meter meter = piece.meters().firstEntry().getValue();
            begins.add(new Begin(meter, 0));
            begins.add(new Begin(meter, (int) piece.begin()));
            piece.meters().tailMap(0L, false).values().forEach(later -> bars.add(new Bar(later)));
            if (piece.meters().size() > 1) {
                bars.add(new Bar(meter));
            }
            for (double tempo : piece.tempos().values()) {
                slowest = Math.min(slowest, tempo);
                fastest = Math.max(fastest, tempo);
            }
        }
        List<TrackToken> tokens = new ArrayList<>(begins);
        tokens.addAll(bars);
        TempoBins.between(slowest, fastest).forEach(tempo -> tokens.add(new Tempo(tempo)));
        return tokens;
    }

    private static List<TrackToken> grid() {
        List<TrackToken> tokens = new ArrayList<>();
        TrackGrid.SHIFTS.forEach(places -> tokens.add(new Shift(places)));
        IntStream.range(0, VelocityBins.COUNT).forEach(bin -> tokens.add(new Velocity(bin)));
        TrackGrid.DURATIONS.forEach(places -> tokens.add(new Duration(places)));
        return tokens;
    }

    private <T extends TrackToken> Stream<T> all(Class<T> kind) {
        return tokens.stream().filter(kind::isInstance).map(kind::cast);
    }

    Vocabulary symbols() {
        return symbols;
    }

    int size() {
        return tokens.size();
    }

    TrackToken token(int id) {
        return tokens.get(id);
    }

    /** The id of a token, {@link Vocabulary#UNKNOWN} if it is not here. */
    int id(TrackToken token) {
        return symbols.id(token.symbol());
    }

    boolean has(TrackToken token) {
        return id(token) != Vocabulary.UNKNOWN;
    }

    /** This kit, or the first that is here, if any is. */
    Optional<Drums> kit(int program) {
        Drums kit = new Drums(program);
        return has(kit) ? Optional.of(kit) : all(Drums.class).findFirst();
    }

    /** Those that pieces begin in or change to. */
    List<Meter> meters() {
        return meters;
    }

    /** Ascending. */
    List<Integer> tempos() {
        return tempos;
    }
}
