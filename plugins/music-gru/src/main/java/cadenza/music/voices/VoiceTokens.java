package cadenza.music.voices;

import cadenza.api.Vocabulary;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.voices.VoiceLines;
import cadenza.music.voices.VoiceToken.Begin;
import cadenza.music.voices.VoiceToken.NoteOn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The tokens of a model of the voices coding, by id, and which note each stands for. Immutable. */
final class VoiceTokens {
    /** The voice of a token that is no note. */
    static final int NO_VOICE = -1;

    private static final int HIGHEST_PITCH = 127;

    private final Vocabulary vocabulary;
    private final List<VoiceToken> tokens;
    private final int[] voices;
    private final int[] pitches;
    private final int lowest;
    private final int highest;

    /** @throws cadenza.api.UserException if a symbol is no token of the voices coding */
    VoiceTokens(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        voices = new int[vocabulary.size()];
        pitches = new int[vocabulary.size()];
        Arrays.fill(voices, NO_VOICE);
        // Plain loops: opening a model is part of every start, and each lambda costs a millisecond there.
        List<VoiceToken> parsed = new ArrayList<>();
        int low = HIGHEST_PITCH;
        int high = 0;
        for (String symbol : vocabulary.symbols()) {
            VoiceToken token = VoiceToken.parse(symbol);
            if (token instanceof NoteOn note) {
                voices[parsed.size()] = note.voice();
                pitches[parsed.size()] = note.pitch();
                low = Math.min(low, note.pitch());
                high = Math.max(high, note.pitch());
            }
            parsed.add(token);
        }
        tokens = List.copyOf(parsed);
        lowest = Math.min(low, high);
        highest = high;
    }

    /**
     * The vocabulary of a corpus.
     *
     * @param lowest semitones by which pieces may be transposed down, 0 or less
     * @param highest semitones by which pieces may be transposed up, 0 or more
     */
    static Vocabulary vocabularyOf(List<VoiceLines> pieces, int voices, int lowest, int highest) {
        List<String> symbols = new ArrayList<>();
        pieces.stream()
                .map(VoiceLines::meter)
                .distinct()
                .flatMap(meter -> IntStream.range(0, VoicePosition.stepsPerBar(meter))
                        .mapToObj(position -> new Begin(meter, position).symbol()))
                .sorted()
                .forEach(symbols::add);
        pieces.stream()
                .flatMap(piece -> IntStream.rangeClosed(lowest, highest)
                        .mapToObj(semitones -> new VoiceToken.Key(piece.key()).transposed(semitones)))
                .map(VoiceToken.Key::symbol)
                .distinct()
                .sorted()
                .forEach(symbols::add);
        IntStream.rangeClosed(1, VoiceToken.Length.MOST + 1)
                .mapToObj(bars -> VoiceToken.Length.of(bars).symbol())
                .forEach(symbols::add);
        IntStream.rangeClosed(1, VoiceToken.Shift.MOST)
                .mapToObj(steps -> new VoiceToken.Shift(steps).symbol())
                .forEach(symbols::add);
        for (int voice = 0; voice < voices; voice++) {
            int v = voice;
            var range = pieces.stream()
                    .filter(piece -> v < piece.lines().size())
                    .flatMapToInt(piece -> Arrays.stream(piece.lines().get(v)))
                    .filter(pitch -> pitch >= 0)
                    .summaryStatistics();
            symbols.add(new VoiceToken.Rest(voice).symbol());
            IntStream.rangeClosed(Math.max(0, range.getMin() + lowest), Math.min(127, range.getMax() + highest))
                    .mapToObj(pitch -> new NoteOn(v, pitch).symbol())
                    .forEach(symbols::add);
        }
        symbols.add(new VoiceToken.End().symbol());
        return Vocabulary.of(symbols);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int size() {
        return voices.length;
    }

    List<VoiceToken> all() {
        return tokens;
    }

    VoiceToken get(int id) {
        return tokens.get(id);
    }

    /** The id of a token, that of the unknown one if the vocabulary lacks it. */
    int id(VoiceToken token) {
        return vocabulary.id(token.symbol());
    }

    boolean has(VoiceToken token) {
        return id(token) != Vocabulary.UNKNOWN;
    }

    /** The voice in which a token begins a note, or {@link #NO_VOICE}. */
    int voice(int id) {
        return voices[id];
    }

    /** The pitch of a token that begins a note. */
    int pitch(int id) {
        return pitches[id];
    }

    /** The lowest pitch of all notes. */
    int lowestPitch() {
        return lowest;
    }

    /** The highest pitch of all notes. */
    int highestPitch() {
        return highest;
    }

    /** The meters in which a piece may begin, in the order of the vocabulary. */
    List<Meter> meters() {
        List<Meter> meters = new ArrayList<>();
        for (VoiceToken token : tokens) {
            if (token instanceof Begin begin && !meters.contains(begin.meter())) {
                meters.add(begin.meter());
            }
        }
        return meters;
    }

    /** The keys that a piece may have, in the order of the vocabulary. */
    List<KeySignature> keys() {
        List<KeySignature> keys = new ArrayList<>();
        for (VoiceToken token : tokens) {
            if (token instanceof VoiceToken.Key key) {
                keys.add(key.signature());
            }
        }
        return keys;
    }
}
