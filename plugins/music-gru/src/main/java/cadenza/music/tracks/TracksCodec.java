package cadenza.music.tracks;

import cadenza.api.Effect;
import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.api.document.Score;
import cadenza.music.coding.Performance;
import cadenza.music.coding.PieceCodec;
import cadenza.music.tracks.TrackToken.NoteOn;
import java.util.Arrays;

/**
 * The tracks coding. {@code BEGIN} names the meter and where in the bar the piece begins, {@code TEMPO} the tempo. Then,
 * at each moment, what changes of the meter and the tempo, and for each part that plays {@code TRACK} with its program,
 * or {@code DRUMS}, and its notes, lowest first, with {@code VELOCITY} and {@code DURATION} before a note that differs
 * from the part's last; {@code SHIFT} to the next moment; {@code END} on a bar line. {@link TrackGrammar} is the grammar,
 * {@link TrackSlots} what the network sees.
 */
final class TracksCodec implements PieceCodec {
    static final String NAME = "tracks";

    private final TrackVocabulary vocabulary;
    private final TrackSlots slots;

    TracksCodec(TrackVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.slots = new TrackSlots(vocabulary);
    }

    @Override
    public Settings settings() {
        return Settings.empty().with("coding", NAME);
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
        return TrackSlots.COUNT;
    }

    /** Which part plays cannot be guessed; how it played before can. */
    @Override
    public int certainSlots() {
        return TrackSlots.CERTAIN;
    }

    @Override
    public int ticksPerStep() {
        return TrackGrid.TICKS;
    }

    @Override
    public int[] encode(Score score) throws UnsuitableDocumentException {
        TrackPiece piece = TrackPiece.of(score);
        for (Meter meter : piece.meters().values()) {
            if (!vocabulary.meters().contains(meter)) {
                throw new UnsuitableDocumentException(
                        "its meter is " + meter + "; this model knows " + vocabulary.meters());
            }
        }
        return new TrackWriter(vocabulary)
                .write(piece).stream().mapToInt(vocabulary::id).toArray();
    }

    @Override
    public int[] transpose(int[] sequence, int semitones) {
        return Arrays.stream(sequence)
                .map(token -> vocabulary.token(token) instanceof NoteOn note
                        ? vocabulary.id(new NoteOn(note.pitch() + semitones))
                        : token)
                .toArray();
    }

    @Override
    public Score decode(int[] sequence, String title) {
        Performance performance = new Performance();
        TracksState state = start();
        for (int token : sequence) {
            perform(state.effect(token), state.velocity(), performance);
            state.accept(token);
        }
        return performance.score(title);
    }

    private static void perform(Effect effect, int velocity, Performance performance) {
        if (effect instanceof Effect.Begin begin) {
            performance.begin(begin.meter(), begin.position());
        } else if (effect instanceof Effect.Tempo tempo) {
            performance.tempo(tempo.beatsPerMinute());
        } else if (effect instanceof Effect.Bar bar) {
            performance.bar(bar.meter());
        } else if (effect instanceof Effect.Program program) {
            performance.program(program.channel(), program.program());
        } else if (effect instanceof Effect.Sound sound) {
            performance.sound(sound.channel(), sound.pitch(), sound.ticks(), velocity);
        } else if (effect instanceof Effect.Advance advance) {
            performance.advance(advance.ticks());
        }
    }

    @Override
    public TracksState start() {
        return new TracksState(vocabulary, slots);
    }
}
