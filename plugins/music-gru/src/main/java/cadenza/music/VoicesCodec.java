package cadenza.music;

import cadenza.api.Effect;
import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import cadenza.music.VoiceToken.Begin;
import cadenza.music.VoiceToken.End;
import cadenza.music.VoiceToken.NoteOn;
import cadenza.music.VoiceToken.Rest;
import cadenza.music.VoiceToken.Shift;
import cadenza.music.coding.PieceCodec;
import cadenza.recurrent.SlotState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The voices coding: two to six single lines on a sixteenth grid. {@code BEGIN} names the meter and where in the bar the
 * piece begins; then, at each moment at which something happens, the voices that change, highest first, and a
 * {@code SHIFT} to the next such moment; {@code END} on a bar line. The network's inputs are the last token and the
 * position in the bar.
 *
 * <p>The grammar: every voice is set before the first shift; a rest only where a note sounds; after a full shift of
 * {@link Shift#MOST} steps another shift may follow, else something must happen first; the end only on a bar line after
 * a shift. So no note hangs and none has zero length.
 */
final class VoicesCodec implements PieceCodec {
    static final String NAME = "voices";
    private static final int VELOCITY = 80;

    private final Vocabulary vocabulary;
    private final Settings settings;
    private final List<VoiceToken> tokens;
    private final List<Parts> parts;
    private final double tempo;
    private final Map<Meter, Integer> firstPositionUnit = new LinkedHashMap<>();
    private final int inputs;

    /** How a voice is written out. */
    private record Parts(String name, int program) {}

    /** The codec of a model file. @throws UserException if vocabulary and settings do not fit together */
    VoicesCodec(Vocabulary vocabulary, Settings settings) {
        this.vocabulary = vocabulary;
        this.settings = settings;
        tokens = vocabulary.symbols().stream().map(VoiceToken::parse).toList();
        List<String> names = settings.texts("voices");
        List<Long> programs = settings.numbers("programs");
        if (names.size() < VoiceLines.FEWEST_VOICES
                || names.size() > VoiceLines.MOST_VOICES
                || programs.size() != names.size()
                || programs.stream().anyMatch(program -> program < 0 || program > 127)) {
            throw new UserException("the voices coding has " + names.size() + " voices with the programs " + programs
                    + "; it needs 2 to 6 voices, each with a program of 0..127");
        }
        parts = IntStream.range(0, names.size())
                .mapToObj(
                        voice -> new Parts(names.get(voice), programs.get(voice).intValue()))
                .toList();
        tempo = settings.decimal("tempo", TempoChange.SLOWEST, TempoChange.FASTEST);
        int unit = vocabulary.size();
        for (VoiceToken token : tokens) {
            if (token instanceof Begin begin && !firstPositionUnit.containsKey(begin.meter())) {
                firstPositionUnit.put(begin.meter(), unit);
                unit += stepsPerBar(begin.meter());
            }
        }
        inputs = unit;
        checkThatEveryStateHasANextToken();
    }

    private void checkThatEveryStateHasANextToken() {
        boolean shifts = IntStream.rangeClosed(1, Shift.MOST).allMatch(steps -> id(new Shift(steps)) > 0);
        boolean bars = firstPositionUnit.keySet().stream().allMatch(meter -> id(new Begin(meter, 0)) > 0);
        boolean rests = IntStream.range(0, parts.size()).allMatch(voice -> id(new Rest(voice)) > 0);
        boolean notes = IntStream.range(0, parts.size()).allMatch(voice -> tokens.stream()
                .anyMatch(token -> token instanceof NoteOn note && note.voice() == voice));
        boolean strange = tokens.stream()
                .anyMatch(token -> token instanceof NoteOn note && note.voice() >= parts.size()
                        || token instanceof Rest rest && rest.voice() >= parts.size());
        boolean ends = id(new End()) != Vocabulary.UNKNOWN;
        if (!shifts || !bars || firstPositionUnit.isEmpty() || !rests || !notes || strange || !ends) {
            throw new UserException("the vocabulary of the voices coding is incomplete: it needs BEGIN on a bar line,"
                    + " every SHIFT, notes and a REST for each of its " + parts.size() + " voices and no other, and"
                    + " END");
        }
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
        List<String> symbols = new ArrayList<>();
        lines.stream()
                .flatMap(piece ->
                        List.of(new Begin(piece.meter(), 0), new Begin(piece.meter(), piece.position())).stream())
                .map(VoiceToken::symbol)
                .distinct()
                .sorted()
                .forEach(symbols::add);
        IntStream.rangeClosed(1, Shift.MOST)
                .mapToObj(steps -> new Shift(steps).symbol())
                .forEach(symbols::add);
        for (int voice = 0; voice < voices; voice++) {
            int v = voice;
            var range = lines.stream()
                    .filter(piece -> v < piece.lines().size())
                    .flatMapToInt(piece -> Arrays.stream(piece.lines().get(v)))
                    .filter(pitch -> pitch >= 0)
                    .summaryStatistics();
            symbols.add(new Rest(voice).symbol());
            IntStream.rangeClosed(Math.max(0, range.getMin() + lowest), Math.min(127, range.getMax() + highest))
                    .mapToObj(pitch -> new NoteOn(v, pitch).symbol())
                    .forEach(symbols::add);
        }
        symbols.add(new End().symbol());
        return new VoicesCodec(Vocabulary.of(symbols), VoiceParts.of(scores, voices));
    }

    @Override
    public Settings settings() {
        return settings;
    }

    private static int stepsPerBar(Meter meter) {
        return meter.ticksPerBar() / VoiceLines.STEP;
    }

    private int id(VoiceToken token) {
        return vocabulary.id(token.symbol());
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int slots() {
        return 2;
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
        if (piece.lines().size() > parts.size()) {
            throw new UnsuitableDocumentException(
                    "it has " + piece.lines().size() + " voices; this model has " + parts.size());
        }
        if (!firstPositionUnit.containsKey(piece.meter())) {
            throw new UnsuitableDocumentException(
                    "its meter is " + piece.meter() + "; this model knows " + firstPositionUnit.keySet());
        }
        VoiceWriter writer = new VoiceWriter(piece, parts.size(), stepsPerBar(piece.meter()));
        return writer.write().stream().mapToInt(this::id).toArray();
    }

    @Override
    public int[] transpose(int[] sequence, int semitones) {
        return Arrays.stream(sequence)
                .map(token -> tokens.get(token) instanceof NoteOn note
                        ? id(new NoteOn(note.voice(), note.pitch() + semitones))
                        : token)
                .toArray();
    }

    @Override
    public Score decode(int[] sequence, String title) {
        List<List<Note>> notes = new ArrayList<>();
        long[] began = new long[parts.size()];
        int[] sounding = new int[parts.size()];
        Arrays.fill(sounding, VoiceLines.REST);
        parts.forEach(part -> notes.add(new ArrayList<>()));
        Meter meter = Meter.COMMON;
        long now = 0;
        for (int id : sequence) {
            VoiceToken token = tokens.get(id);
            if (token instanceof Begin begin) {
                meter = begin.meter();
                now = (long) begin.position() * VoiceLines.STEP;
            } else if (token instanceof Shift shift) {
                now += (long) shift.steps() * VoiceLines.STEP;
            } else if (token instanceof NoteOn note) {
                finish(notes, note.voice(), sounding, began, now);
                sounding[note.voice()] = note.pitch();
            } else if (token instanceof Rest rest) {
                finish(notes, rest.voice(), sounding, began, now);
                sounding[rest.voice()] = VoiceLines.REST;
            }
        }
        List<Track> tracks = new ArrayList<>();
        for (int voice = 0; voice < parts.size(); voice++) {
            finish(notes, voice, sounding, began, now);
            Parts part = parts.get(voice);
            tracks.add(new Track(part.name(), voice, part.program(), notes.get(voice)));
        }
        return new Score(
                title,
                List.of(new TempoChange(0, tempo)),
                List.of(new MeterChange(0, meter)),
                Optional.empty(),
                tracks,
                now);
    }

    private static void finish(List<List<Note>> notes, int voice, int[] sounding, long[] began, long now) {
        if (sounding[voice] >= 0 && now > began[voice]) {
            notes.get(voice).add(new Note(began[voice], now - began[voice], sounding[voice], VELOCITY));
        }
        began[voice] = now;
    }

    @Override
    public SlotState start() {
        return new State();
    }

    private final class State implements SlotState {
        private final int[] sounding = new int[parts.size()];
        private int last = NONE;
        private Meter meter;
        private int position;
        private int voice = -1; // the last voice that was set since the last shift
        private boolean shifted;

        State() {
            Arrays.fill(sounding, VoiceLines.HOLD); // not set yet
        }

        @Override
        public void allowed(boolean[] allowed) {
            for (int id = 0; id < allowed.length; id++) {
                allowed[id] = allows(tokens.get(id));
            }
        }

        private boolean allows(VoiceToken token) {
            if (meter == null) {
                return token instanceof Begin;
            }
            if (token instanceof NoteOn note) {
                return mayBeSet(note.voice());
            }
            if (token instanceof Rest rest) {
                return mayBeSet(rest.voice()) && sounding[rest.voice()] != VoiceLines.REST;
            }
            if (token instanceof Shift) {
                boolean full = last >= 0 && tokens.get(last) instanceof Shift before && before.steps() == Shift.MOST;
                return voice >= 0 && (shifted || voice == parts.size() - 1) || voice < 0 && full;
            }
            return token instanceof End && shifted && voice < 0 && position == 0;
        }

        /** Voices are set highest first; before the first shift none is passed over. */
        private boolean mayBeSet(int candidate) {
            return shifted ? candidate > voice : candidate == voice + 1;
        }

        @Override
        public Effect effect(int id) {
            VoiceToken token = tokens.get(id);
            if (token instanceof Begin begin) {
                return new Effect.Begin(begin.meter(), begin.position() * VoiceLines.STEP);
            }
            if (token instanceof NoteOn note) {
                return new Effect.Sound(note.voice(), note.pitch());
            }
            if (token instanceof Rest rest) {
                return new Effect.Silence(rest.voice());
            }
            if (token instanceof Shift shift) {
                return new Effect.Advance(shift.steps() * VoiceLines.STEP);
            }
            return token instanceof End ? new Effect.End() : new Effect.None();
        }

        @Override
        public void accept(int id) {
            VoiceToken token = tokens.get(id);
            if (token instanceof Begin begin) {
                meter = begin.meter();
                position = begin.position();
            } else if (token instanceof NoteOn note) {
                sounding[note.voice()] = note.pitch();
                voice = note.voice();
            } else if (token instanceof Rest rest) {
                sounding[rest.voice()] = VoiceLines.REST;
                voice = rest.voice();
            } else if (token instanceof Shift shift) {
                position = meter == null ? 0 : (position + shift.steps()) % stepsPerBar(meter);
                voice = -1;
                shifted = true;
            }
            last = id;
        }

        @Override
        public void units(int[] units) {
            units[0] = last;
            units[1] = meter == null ? NONE : firstPositionUnit.get(meter) + position;
        }
    }
}
