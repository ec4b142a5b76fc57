package cadenza.chorale;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.MusicCodec;
import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Score;
import cadenza.api.voices.VoiceLines;
import cadenza.api.voices.VoiceParts;
import cadenza.api.voices.VoiceRecording;
import cadenza.chorale.GridToken.Begin;
import cadenza.chorale.GridToken.Key;
import cadenza.chorale.GridToken.Pitch;
import cadenza.chorale.GridToken.Rest;
import cadenza.chorale.GridToken.Step;
import cadenza.recurrent.MaskedCodec;
import cadenza.recurrent.MaskedSequence;
import java.util.List;
import java.util.Optional;

/**
 * The grid coding: a fixed number of voices, each with one token a sixteenth: a pitch that begins, {@code REST}, or
 * {@code HOLD} while what it did goes on. {@code BEGIN} names the meter and where in the bar the piece begins, {@code KEY}
 * the key. Which tokens may stand in a place depends on the place alone ({@link GridLayout}): a voice sings what it sings in
 * the training music. A piece has no end token; it ends behind a {@code STEP}.
 */
final class GridCodec implements MaskedCodec<Score>, MusicCodec {
    /** A quarter of an hour at 96 quarters a minute, against slips: the network reads a piece at once. */
    private static final int MOST_STEPS = 1 << 14;

    /** Two bars of common time before and behind. */
    private static final int CONTEXT = 48;

    private final Settings settings;
    private final GridTokens tokens;
    private final VoiceParts parts;
    private final GridRanges ranges;
    private final GridLayout layout;
    private final List<KeySignature> keys;
    private final GridInputs inputs;
    private final GridScores scores;

    /** The codec of a model file. @throws UserException if vocabulary and settings do not fit together */
    GridCodec(Vocabulary vocabulary, Settings settings) {
        this.settings = settings;
        tokens = new GridTokens(vocabulary);
        parts = VoiceParts.of(settings);
        ranges = GridRanges.of(settings);
        if (ranges.voices() != parts.count()) {
            throw new UserException("the grid coding has " + parts.count() + " voices and the ranges of "
                    + ranges.voices() + "; it needs one for each");
        }
        for (int voice = 0; voice < parts.count(); voice++) {
            for (int pitch = ranges.lowest(voice); pitch <= ranges.highest(voice); pitch++) {
                if (tokens.id(new Pitch(pitch)) == Vocabulary.UNKNOWN) {
                    throw new UserException("the vocabulary of the grid coding lacks NOTE " + pitch
                            + ", which its voice '" + parts.name(voice) + "' may sing");
                }
            }
        }
        layout = new GridLayout(parts.count());
        keys = tokens.keys();
        inputs = new GridInputs(tokens, ranges);
        scores = new GridScores(tokens, ranges);
    }

    /** The codec of a corpus. @param pieces one for each score, all of so many voices */
    static GridCodec of(List<Score> corpus, List<VoiceLines> pieces, int voices) {
        GridRanges ranges = GridRanges.of(pieces, voices);
        int lowest = ranges.lowest().stream().mapToInt(Long::intValue).min().orElseThrow();
        int highest = ranges.highest().stream().mapToInt(Long::intValue).max().orElseThrow();
        return new GridCodec(
                GridTokens.vocabularyOf(pieces, lowest, highest),
                ranges.addTo(VoiceParts.of(corpus, voices).addTo(Settings.empty())));
    }

    /** What a model file keeps of it, beside the vocabulary. */
    Settings settings() {
        return settings;
    }

    GridLayout layout() {
        return layout;
    }

    @Override
    public Vocabulary vocabulary() {
        return tokens.vocabulary();
    }

    @Override
    public int inputs() {
        return inputs.inputs();
    }

    @Override
    public int slots() {
        return inputs.slots();
    }

    @Override
    public int certainSlots() {
        return inputs.certainSlots();
    }

    @Override
    public int scores() {
        return scores.scores();
    }

    @Override
    public int terms() {
        return scores.terms();
    }

    @Override
    public int targets() {
        return layout.voices();
    }

    @Override
    public int context() {
        return CONTEXT;
    }

    @Override
    public int ticksPerStep() {
        return VoiceLines.STEP;
    }

    @Override
    public int[] encode(Score score) throws UnsuitableDocumentException {
        return encode(VoiceLines.of(score, layout.voices()));
    }

    /** @param piece of this coding's number of voices */
    int[] encode(VoiceLines piece) throws UnsuitableDocumentException {
        if (piece.length() > MOST_STEPS) {
            throw new UnsuitableDocumentException(
                    "it is " + piece.length() + " sixteenths long; this coding holds " + MOST_STEPS);
        }
        if (!tokens.meters().contains(piece.meter())) {
            throw new UnsuitableDocumentException(
                    "its meter is " + piece.meter() + "; this model knows " + tokens.meters());
        }
        int[] sequence = new int[layout.tokens(piece.length())];
        sequence[GridLayout.BEGIN] = tokens.id(new Begin(piece.meter(), piece.position()));
        sequence[GridLayout.KEY] = tokens.id(new Key(knownKey(piece.key())));
        for (int step = 0; step < piece.length(); step++) {
            for (int voice = 0; voice < layout.voices(); voice++) {
                sequence[layout.place(step, voice)] = cell(voice, piece.lines().get(voice)[step]);
            }
            sequence[layout.place(step, layout.voices())] = tokens.step();
        }
        return sequence;
    }

    private int cell(int voice, int event) {
        if (event == VoiceLines.HOLD) {
            return tokens.hold();
        }
        if (event == VoiceLines.REST) {
            return tokens.rest();
        }
        return ranges.holds(voice, event) ? tokens.id(new Pitch(event)) : Vocabulary.UNKNOWN;
    }

    /** The key itself, or the known one of the same mode with the nearest signature, else the first. */
    private KeySignature knownKey(KeySignature key) {
        KeySignature fewest = KeySignature.of(key.tonic(), key.minor());
        return keys.contains(fewest) ? fewest : keys.get(0);
    }

    /** The sequence so many semitones higher; pitches out of a voice's range become unknown. */
    int[] transpose(int[] sequence, int semitones) {
        int[] transposed = sequence.clone();
        for (int place = 0; place < sequence.length; place++) {
            GridToken token = tokens.get(sequence[place]);
            if (token instanceof Pitch note) {
                transposed[place] = cell(layout.voice(place), note.pitch() + semitones);
            } else if (token instanceof Key key) {
                transposed[place] =
                        tokens.id(new Key(knownKey(key.transposed(semitones).signature())));
            }
        }
        return transposed;
    }

    @Override
    public Score decode(int[] sequence, String title) {
        VoiceRecording recording = new VoiceRecording(parts);
        for (int place = 0; place < sequence.length; place++) {
            GridToken token = tokens.get(sequence[place]);
            if (token instanceof Begin begin) {
                recording.begin(begin.meter(), begin.position() * VoiceLines.STEP);
            } else if (token instanceof Key named) {
                recording.name(named.signature());
            } else if (token instanceof Step) {
                recording.advance(VoiceLines.STEP);
            } else if (token instanceof Pitch note && layout.isCell(place)) {
                recording.sing(layout.voice(place), note.pitch());
            } else if (token instanceof Rest && layout.isCell(place)) {
                recording.sing(layout.voice(place), VoiceLines.REST);
            }
        }
        return recording.toScore(title);
    }

    @Override
    public MaskedSequence read(int[] sequence, boolean[] masked) {
        return new GridReading(tokens, layout, sequence, masked, inputs, scores);
    }

    @Override
    public CodecState start() {
        return new State();
    }

    private final class State implements CodecState {
        private int place;

        @Override
        public void allowed(boolean[] allowed) {
            int voice = layout.voice(place);
            for (int id = 0; id < allowed.length; id++) {
                allowed[id] = place == GridLayout.BEGIN
                        ? tokens.get(id) instanceof Begin
                        : place == GridLayout.KEY
                                ? tokens.get(id) instanceof Key
                                : voice == layout.voices() ? id == tokens.step() : singable(voice, id);
            }
        }

        private boolean singable(int voice, int id) {
            // At the first step there is nothing yet to hold.
            return id == tokens.rest()
                    || id == tokens.hold() && layout.step(place) > 0
                    || ranges.holds(voice, tokens.pitch(id));
        }

        @Override
        public Effect effect(int id) {
            GridToken token = tokens.get(id);
            if (token instanceof Begin begin) {
                return new Effect.Begin(begin.meter(), begin.position() * VoiceLines.STEP);
            }
            if (token instanceof Key key) {
                return new Effect.Key(key.signature());
            }
            if (token instanceof Pitch note && layout.isCell(place)) {
                return new Effect.Sound(layout.voice(place), note.pitch());
            }
            if (id == tokens.rest() && layout.isCell(place)) {
                return new Effect.Silence(layout.voice(place));
            }
            return id == tokens.step() ? new Effect.Advance(VoiceLines.STEP) : new Effect.None();
        }

        @Override
        public void accept(int id) {
            place++;
        }

        @Override
        public Optional<State> copy() {
            State copy = new State();
            copy.place = place;
            return Optional.of(copy);
        }
    }
}
