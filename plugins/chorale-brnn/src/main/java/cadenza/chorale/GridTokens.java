package cadenza.chorale;

import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.voices.VoiceLines;
import cadenza.chorale.GridToken.Begin;
import cadenza.chorale.GridToken.Hold;
import cadenza.chorale.GridToken.Key;
import cadenza.chorale.GridToken.Pitch;
import cadenza.chorale.GridToken.Rest;
import cadenza.chorale.GridToken.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A vocabulary of the grid coding, read once. Immutable. */
final class GridTokens {
    /** Of a token that begins no note. */
    static final int NO_PITCH = -1;

    private final Vocabulary vocabulary;
    private final List<GridToken> tokens;
    private final int[] pitches;
    private final int rest;
    private final int hold;
    private final int step;

    /** @throws UserException if the vocabulary lacks what every piece needs, or has what is no token of this coding */
    GridTokens(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.tokens = vocabulary.symbols().stream().map(GridToken::parse).toList();
        this.pitches = tokens.stream()
                .mapToInt(token -> token instanceof Pitch note ? note.pitch() : NO_PITCH)
                .toArray();
        rest = id(new Rest());
        hold = id(new Hold());
        step = id(new Step());
        boolean complete = rest != Vocabulary.UNKNOWN
                && hold != Vocabulary.UNKNOWN
                && step != Vocabulary.UNKNOWN
                && !meters().isEmpty()
                && !keys().isEmpty();
        for (Meter meter : meters()) {
            complete &= IntStream.range(0, stepsPerBar(meter))
                    .allMatch(at -> id(new Begin(meter, at)) != Vocabulary.UNKNOWN);
        }
        if (!complete) {
            throw new UserException("the vocabulary of the grid coding is incomplete: it needs BEGIN on every step of a"
                    + " meter, a KEY, REST, HOLD and STEP");
        }
    }

    /** The vocabulary of pieces of these meters, with every key and the pitches {@code [lowest, highest]}. */
    static Vocabulary vocabularyOf(List<VoiceLines> pieces, int lowest, int highest) {
        Set<String> symbols = new LinkedHashSet<>();
        pieces.stream()
                .map(VoiceLines::meter)
                .distinct()
                .flatMap(meter -> IntStream.range(0, stepsPerBar(meter))
                        .mapToObj(position -> new Begin(meter, position).symbol()))
                .sorted()
                .forEach(symbols::add);
        for (boolean minor : new boolean[] {false, true}) {
            IntStream.range(0, 12)
                    .mapToObj(tonic -> new Key(KeySignature.of(tonic, minor)).symbol())
                    .forEach(symbols::add);
        }
        IntStream.rangeClosed(lowest, highest)
                .mapToObj(pitch -> new Pitch(pitch).symbol())
                .forEach(symbols::add);
        symbols.add(new Rest().symbol());
        symbols.add(new Hold().symbol());
        symbols.add(new Step().symbol());
        return Vocabulary.of(new ArrayList<>(symbols));
    }

    static int stepsPerBar(Meter meter) {
        return meter.ticksPerBar() / VoiceLines.STEP;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int size() {
        return pitches.length;
    }

    GridToken get(int id) {
        return tokens.get(id);
    }

    /** The id of a token, that of the unknown one if the vocabulary lacks it. */
    int id(GridToken token) {
        return vocabulary.id(token.symbol());
    }

    /** The pitch of a token that begins a note, else {@link #NO_PITCH}. */
    int pitch(int id) {
        return pitches[id];
    }

    int rest() {
        return rest;
    }

    int hold() {
        return hold;
    }

    int step() {
        return step;
    }

    /** The meters in which a piece may be, in the order of the vocabulary. */
    List<Meter> meters() {
        return tokens.stream()
                .filter(Begin.class::isInstance)
                .map(token -> ((Begin) token).meter())
                .distinct()
                .toList();
    }

    /** The keys that a piece may have, in the order of the vocabulary. */
    List<KeySignature> keys() {
        return tokens.stream()
                .filter(Key.class::isInstance)
                .map(token -> ((Key) token).signature())
                .toList();
    }
}
