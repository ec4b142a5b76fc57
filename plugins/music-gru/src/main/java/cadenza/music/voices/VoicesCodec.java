package cadenza.music.voices;

import cadenza.api.Effect;
import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import cadenza.api.voices.VoiceLines;
import cadenza.api.voices.VoiceParts;
import cadenza.api.voices.VoiceRecording;
import cadenza.music.coding.PieceCodec;
import cadenza.music.voices.VoiceToken.Begin;
import cadenza.music.voices.VoiceToken.End;
import cadenza.music.voices.VoiceToken.Key;
import cadenza.music.voices.VoiceToken.Length;
import cadenza.music.voices.VoiceToken.NoteOn;
import cadenza.music.voices.VoiceToken.Rest;
import cadenza.music.voices.VoiceToken.Shift;
import cadenza.recurrent.ScoringCodec;
import cadenza.recurrent.ScoringState;
import java.util.Arrays;
import java.util.List;

/**
 * The voices coding: two to six single lines on a sixteenth grid. {@code BEGIN} names the meter and where in the bar the
 * piece begins, {@code KEY} the key and {@code LENGTH} the number of bars; then, at each moment at which something
 * happens, the voices that change, highest first, and a {@code SHIFT} to the next such moment; {@code END} on a bar line.
 *
 * <p>The grammar is {@link VoiceGrammar}, the network's inputs are {@link HarmonyInputs}, what adds up to a note's logit
 * is {@link HarmonyScores}.
 */
final class VoicesCodec implements PieceCodec, ScoringCodec<Score> {
    static final String NAME = "voices";

    private final Settings settings;
    private final VoiceTokens tokens;
    private final VoiceParts parts;
    private final List<Meter> meters;
    private final List<KeySignature> keys;
    private final HarmonyInputs inputs;
    private final HarmonyScores scores;
    private final Effect[] effects; // by token; the same wherever it stands

    /** The codec of a model file. @throws UserException if vocabulary and settings do not fit together */
    VoicesCodec(Vocabulary vocabulary, Settings settings) {
        this.settings = settings;
        parts = VoiceParts.of(settings);
        tokens = new VoiceTokens(vocabulary);
        meters = tokens.meters();
        keys = tokens.keys();
        checkThatEveryStateHasANextToken();
        inputs = new HarmonyInputs(tokens, parts.count());
        scores = new HarmonyScores(tokens, parts.count());
        effects = new Effect[tokens.size()];
        for (int id = 0; id < effects.length; id++) {
            effects[id] = effect(tokens.get(id));
        }
    }

    private void checkThatEveryStateHasANextToken() {
        boolean complete = !meters.isEmpty() && !keys.isEmpty() && tokens.has(new End());
        for (int steps = 1; steps <= Shift.MOST; steps++) {
            complete &= tokens.has(new Shift(steps));
        }
        for (int bars = 1; bars <= Length.MOST + 1; bars++) {
            complete &= tokens.has(Length.of(bars));
        }
        for (Meter meter : meters) {
            complete &= tokens.has(new Begin(meter, 0));
        }
        boolean[] notes = new boolean[parts.count()];
        for (VoiceToken token : tokens.all()) {
            complete &= voice(token) < parts.count();
            if (complete && token instanceof NoteOn note) {
                notes[note.voice()] = true;
            }
        }
        for (int voice = 0; voice < parts.count(); voice++) {
            complete &= notes[voice] && tokens.has(new Rest(voice));
        }
        if (!complete) {
            throw new UserException("the vocabulary of the voices coding is incomplete: it needs BEGIN on a bar line, a"
                    + " KEY, every LENGTH and SHIFT, notes and a REST for each of its " + parts.count()
                    + " voices and no other, and END");
        }
    }

    private static int voice(VoiceToken token) {
        if (token instanceof NoteOn note) {
            return note.voice();
        }
        return token instanceof Rest rest ? rest.voice() : 0;
    }

    /**
     * The codec of a corpus.
     *
     * @param lowest semitones by which pieces may be transposed down, 0 or less
     * @param highest semitones by which pieces may be transposed up, 0 or more
     */
    static VoicesCodec of(List<Score> scores, List<VoiceLines> lines, int lowest, int highest) {
        int voices =
                lines.stream().mapToInt(piece -> piece.lines().size()).max().orElseThrow();
        return new VoicesCodec(
                VoiceTokens.vocabularyOf(lines, voices, lowest, highest),
                VoiceParts.of(scores, voices).addTo(Settings.empty().with("coding", NAME)));
    }

    @Override
    public Settings settings() {
        return settings;
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
        return HarmonyInputs.certainSlots();
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
    public int ticksPerStep() {
        return VoiceLines.STEP;
    }

    @Override
    public int[] encode(Score score) throws UnsuitableDocumentException {
        return encode(VoiceLines.of(score));
    }

    int[] encode(VoiceLines piece) throws UnsuitableDocumentException {
        if (piece.lines().size() > parts.count()) {
            throw new UnsuitableDocumentException(
                    "it has " + piece.lines().size() + " voices; this model has " + parts.count());
        }
        if (!meters.contains(piece.meter())) {
            throw new UnsuitableDocumentException("its meter is " + piece.meter() + "; this model knows " + meters);
        }
        VoiceWriter writer = new VoiceWriter(piece, knownKey(piece.key()), parts.count());
        return writer.write().stream().mapToInt(tokens::id).toArray();
    }

    /** The key itself, or the known one with the nearest signature: its relative, where that is known. */
    private KeySignature knownKey(KeySignature key) {
        KeySignature nearest = keys.get(0);
        for (KeySignature known : keys) {
            if (distance(known, key) < distance(nearest, key)) {
                nearest = known;
            }
        }
        return nearest;
    }

    private static int distance(KeySignature known, KeySignature key) {
        int apart = Math.floorMod(known.fifths() - key.fifths(), 12);
        return 2 * Math.min(apart, 12 - apart) + (known.minor() == key.minor() ? 0 : 1);
    }

    @Override
    public int[] transpose(int[] sequence, int semitones) {
        return Arrays.stream(sequence).map(token -> transpose(token, semitones)).toArray();
    }

    private int transpose(int id, int semitones) {
        VoiceToken token = tokens.get(id);
        if (token instanceof NoteOn note) {
            return tokens.id(new NoteOn(note.voice(), note.pitch() + semitones));
        }
        return token instanceof Key key ? tokens.id(key.transposed(semitones)) : id;
    }

    @Override
    public Score decode(int[] sequence, String title) {
        VoiceRecording recording = new VoiceRecording(parts);
        for (int id : sequence) {
            play(tokens.get(id), recording);
        }
        return recording.toScore(title);
    }

    private static void play(VoiceToken token, VoiceRecording recording) {
        if (token instanceof Begin begin) {
            recording.begin(begin.meter(), begin.position() * VoiceLines.STEP);
        } else if (token instanceof Key named) {
            recording.name(named.signature());
        } else if (token instanceof Shift shift) {
            recording.advance(shift.steps() * VoiceLines.STEP);
        } else if (token instanceof NoteOn note) {
            recording.sing(note.voice(), note.pitch());
        } else if (token instanceof Rest rest) {
            recording.sing(rest.voice(), VoiceLines.REST);
        }
    }

    private static Effect effect(VoiceToken token) {
        if (token instanceof NoteOn note) {
            return new Effect.Sound(note.voice(), note.pitch());
        }
        if (token instanceof Rest rest) {
            return new Effect.Silence(rest.voice());
        }
        if (token instanceof Shift shift) {
            return new Effect.Advance(shift.steps() * VoiceLines.STEP);
        }
        if (token instanceof Begin begin) {
            return new Effect.Begin(begin.meter(), begin.position() * VoiceLines.STEP);
        }
        if (token instanceof Key key) {
            return new Effect.Key(key.signature());
        }
        if (token instanceof Length length) {
            return new Effect.Length(length.bars() > Length.MOST ? Effect.Length.MORE_BARS : length.bars());
        }
        return token instanceof End ? new Effect.End() : new Effect.None();
    }

    @Override
    public ScoringState start() {
        return new State();
    }

    private final class State implements ScoringState {
        private final VoicePosition position = new VoicePosition(parts.count());
        private int last = NONE;

        @Override
        public void allowed(boolean[] allowed) {
            boolean[] settable = VoiceGrammar.settable(position);
            for (int id = 0; id < allowed.length; id++) {
                int voice = tokens.voice(id);
                allowed[id] =
                        voice == VoiceTokens.NO_VOICE ? VoiceGrammar.allows(tokens.get(id), position) : settable[voice];
            }
        }

        @Override
        public Effect effect(int id) {
            return effects[id];
        }

        @Override
        public void accept(int id) {
            position.accept(tokens.get(id));
            last = id;
        }

        @Override
        public void units(int[] units) {
            inputs.write(position, last, units);
        }

        @Override
        public void scores(int[] indices) {
            scores.write(position, indices);
        }
    }
}
