package cadenza.music.drums;

import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import cadenza.music.coding.Performance;
import cadenza.music.coding.PieceCodec;
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

/**
 * The drums coding. {@code BEGIN} names the meter and {@code TEMPO} the tempo; then, at each moment at which drums are
 * hit, {@code SHIFT} to the sixteenth and {@code OFFSET} to the place in it (no {@code SHIFT} for a second moment of the
 * same sixteenth), and each hit, lowest pitch first, with its velocity; {@code END} on a bar line. {@link DrumsState}
 * is the grammar and what the network sees.
 */
final class DrumsCodec implements PieceCodec {
    static final String NAME = "drums";

    /** A drum sounds as long as it sounds: its note is a thirty-second. */
    static final int NOTE_TICKS = Score.TICKS_PER_QUARTER / 8;

    private static final int UNTOLD_VELOCITY = 80;

    private final DrumVocabulary vocabulary;

    DrumsCodec(DrumVocabulary vocabulary) {
        this.vocabulary = vocabulary;
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
        return new DrumSlots(vocabulary).inputs();
    }

    @Override
    public int slots() {
        return new DrumSlots(vocabulary).slots();
    }

    /** Those of the bar before may be missing. */
    @Override
    public int certainSlots() {
        return DrumSlots.CERTAIN;
    }

    @Override
    public int ticksPerStep() {
        return DrumGrid.TICKS;
    }

    @Override
    public int[] encode(Score score) throws UnsuitableDocumentException {
        DrumHits piece = DrumHits.of(score);
        if (!vocabulary.meters().contains(piece.meter())) {
            throw new UnsuitableDocumentException(
                    "its meter is " + piece.meter() + "; this model knows " + vocabulary.meters());
        }
        return tokens(piece).stream().mapToInt(vocabulary::id).toArray();
    }

    private List<DrumToken> tokens(DrumHits piece) {
        List<DrumToken> tokens = new ArrayList<>();
        tokens.add(new Begin(piece.meter()));
        tokens.add(new Tempo(TempoBins.nearest(piece.tempo(), vocabulary.tempos())));
        int cell = 0;
        long place = -1;
        for (DrumHits.Hit hit : piece.hits()) {
            if (hit.place() != place) {
                place = hit.place();
                cell = move(tokens, cell, DrumGrid.cell(place), DrumGrid.offset(place));
            }
            tokens.add(new Strike(hit.pitch()));
            tokens.add(new Velocity(VelocityBins.of(hit.velocity())));
        }
        move(tokens, cell, piece.endCell(), 0);
        tokens.add(new End());
        return tokens;
    }

    private static int move(List<DrumToken> tokens, int from, int to, int offset) {
        int cell = from;
        while (cell < to) {
            int cells = Math.min(Shift.MOST, to - cell);
            tokens.add(new Shift(cells));
            cell += cells;
        }
        tokens.add(new Offset(offset));
        return to;
    }

    @Override
    public int[] transpose(int[] sequence, int semitones) {
        return sequence.clone();
    }

    @Override
    public Score decode(int[] sequence, String title) {
        Performance performance = new Performance();
        performance.program(Track.PERCUSSION_CHANNEL, 0);
        DrumsState state = start();
        boolean struck = false;
        for (int id : sequence) {
            DrumToken token = vocabulary.token(id);
            if (token instanceof Begin begin) {
                performance.begin(begin.meter(), 0);
            } else if (token instanceof Tempo tempo) {
                performance.tempo(tempo.beatsPerMinute());
            } else if (token instanceof Strike strike) {
                performance.sound(Track.PERCUSSION_CHANNEL, strike.pitch(), NOTE_TICKS, UNTOLD_VELOCITY);
            } else if (token instanceof Velocity velocity && struck) {
                performance.velocity(VelocityBins.velocity(velocity.bin()));
            } else if (state.ticks(token) > 0) {
                performance.advance(state.ticks(token));
            }
            struck = token instanceof Strike;
            state.accept(id);
        }
        return performance.score(title);
    }

    @Override
    public DrumsState start() {
        return new DrumsState(vocabulary);
    }
}
