package cadenza.music.chords;

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
import cadenza.music.chords.ChordToken.Begin;
import cadenza.music.chords.ChordToken.End;
import cadenza.music.chords.ChordToken.Repeat;
import cadenza.music.chords.ChordToken.Sounding;
import cadenza.music.chords.ChordToken.Step;
import cadenza.music.coding.BarLines;
import cadenza.music.coding.PieceCodec;
import cadenza.recurrent.ScoringCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The chords coding. {@code BEGIN} names the meter and where in the bar the piece begins; then, for each step of the
 * grid, the pitches that sound, lowest first, and {@code STEP}, or {@code REPEAT} where they are those of the step
 * before; {@code END} after any step. A pitch that goes on from step to step is one note. A token that the grammar
 * forbids has no score, so that the likelihood is over what may come next.
 */
final class ChordsCodec implements PieceCodec, ScoringCodec<Score> {
    static final String NAME = "chords";
    private static final int VELOCITY = 80;

    private final ChordVocabulary vocabulary;
    private final ChordSlots slots;
    private final ChordScores scores;
    private final Settings settings;
    private final int program;
    private final double tempo;

    /** @throws UserException if vocabulary and settings do not fit together */
    ChordsCodec(Vocabulary symbols, Settings settings) {
        this.settings = settings;
        int grid = settings.integer("step", 1, Score.TICKS_PER_QUARTER);
        if (!ChordSteps.GRIDS.contains(grid)) {
            throw new UserException(
                    "the chords coding has steps of " + grid + " ticks; it needs one of " + ChordSteps.GRIDS);
        }
        program = settings.integer("program", 0, 127);
        tempo = settings.decimal("tempo", TempoChange.SLOWEST, TempoChange.FASTEST);
        vocabulary = new ChordVocabulary(symbols, grid);
        slots = new ChordSlots(vocabulary);
        scores = new ChordScores(vocabulary);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary.symbols();
    }

    @Override
    public int inputs() {
        return slots.inputs();
    }

    @Override
    public int slots() {
        return ChordSlots.COUNT;
    }

    /** Those of the step before may be missing. */
    @Override
    public int certainSlots() {
        return ChordSlots.CERTAIN;
    }

    @Override
    public int scores() {
        return scores.scores();
    }

    @Override
    public int terms() {
        return ChordScores.TERMS;
    }

    @Override
    public int ticksPerStep() {
        return vocabulary.grid();
    }

    @Override
    public int[] encode(Score score) throws UnsuitableDocumentException {
        ChordSteps piece = ChordSteps.of(score, vocabulary.grid());
        ChordToken begin = new Begin(piece.meter(), piece.position());
        if (vocabulary.id(begin) == Vocabulary.UNKNOWN) {
            throw new UnsuitableDocumentException("it begins in " + piece.meter() + " at step " + piece.position()
                    + ", which this model does not know");
        }
        List<ChordToken> tokens = new ArrayList<>(List.of(begin));
        int[] before = null;
        for (int[] step : piece.steps()) {
            if (Arrays.equals(step, before)) {
                tokens.add(new Repeat());
            } else {
                Arrays.stream(step).forEach(pitch -> tokens.add(new Sounding(pitch)));
                tokens.add(new Step());
            }
            before = step;
        }
        tokens.add(new End());
        return tokens.stream().mapToInt(vocabulary::id).toArray();
    }

    @Override
    public int[] transpose(int[] sequence, int semitones) {
        return Arrays.stream(sequence)
                .map(token -> vocabulary.token(token) instanceof Sounding note
                        ? vocabulary.id(new Sounding(note.pitch() + semitones))
                        : token)
                .toArray();
    }

    @Override
    public Score decode(int[] sequence, String title) {
        List<MeterChange> meters = List.of(new MeterChange(0, Meter.COMMON));
        long now = 0;
        List<Note> notes = new ArrayList<>();
        TreeMap<Integer, Long> sounding = new TreeMap<>(); // when each pitch began
        List<Integer> here = new ArrayList<>();
        for (int id : sequence) {
            ChordToken token = vocabulary.token(id);
            if (token instanceof Begin begin) {
                meters = meters(begin);
            } else if (token instanceof Sounding note) {
                here.add(note.pitch());
            } else if (token instanceof Step) {
                finish(sounding, here, now, notes);
                for (int pitch : here) {
                    sounding.putIfAbsent(pitch, now);
                }
                here.clear();
                now += vocabulary.grid();
            } else if (token instanceof Repeat) {
                now += vocabulary.grid();
            }
        }
        finish(sounding, List.of(), now, notes);
        return new Score(
                title,
                List.of(new TempoChange(0, tempo)),
                meters,
                Optional.empty(),
                List.of(new Track("Chords", 0, program, notes)),
                now);
    }

    /** An upbeat is a short first bar, because a rest before it would be steps of the piece. */
    private List<MeterChange> meters(Begin begin) {
        Meter meter = begin.meter();
        long upbeat = meter.ticksPerBar() - (long) begin.position() * vocabulary.grid();
        if (upbeat == meter.ticksPerBar()) {
            return List.of(new MeterChange(0, meter));
        }
        Meter first = BarLines.meterOf(upbeat).orElseThrow(); // whole sixteenths have one
        return List.of(new MeterChange(0, first), new MeterChange(upbeat, meter));
    }

    /** Ends the notes of all pitches that do not go on. */
    private static void finish(TreeMap<Integer, Long> sounding, List<Integer> goingOn, long now, List<Note> notes) {
        sounding.entrySet().removeIf(pitch -> {
            boolean ends = !goingOn.contains(pitch.getKey());
            if (ends) {
                notes.add(new Note(pitch.getValue(), now - pitch.getValue(), pitch.getKey(), VELOCITY));
            }
            return ends;
        });
    }

    @Override
    public ChordsState start() {
        return new ChordsState(vocabulary, slots, scores);
    }
}
