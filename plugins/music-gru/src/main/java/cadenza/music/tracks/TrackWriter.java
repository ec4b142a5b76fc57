package cadenza.music.tracks;

import cadenza.api.UnsuitableDocumentException;
import cadenza.api.document.Meter;
import cadenza.music.coding.TempoBins;
import cadenza.music.coding.VelocityBins;
import cadenza.music.tracks.TrackPiece.Struck;
import cadenza.music.tracks.TrackToken.Bar;
import cadenza.music.tracks.TrackToken.Begin;
import cadenza.music.tracks.TrackToken.Duration;
import cadenza.music.tracks.TrackToken.End;
import cadenza.music.tracks.TrackToken.NoteOn;
import cadenza.music.tracks.TrackToken.Shift;
import cadenza.music.tracks.TrackToken.Strike;
import cadenza.music.tracks.TrackToken.Tempo;
import cadenza.music.tracks.TrackToken.Turn;
import cadenza.music.tracks.TrackToken.Velocity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a {@link TrackPiece} as tokens. For one piece. */
final class TrackWriter {
    private static final int NOT_SET = -1;

    private final TrackVocabulary vocabulary;
    private final List<TrackToken> tokens = new ArrayList<>();
    private final int[] velocities = new int[TrackParts.PERCUSSION + 1];
    private final int[] durations = new int[TrackParts.PERCUSSION + 1];
    private Meter meter;
    private int tempo;
    private int part = NOT_SET;
    private TrackToken kit;

    TrackWriter(TrackVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Arrays.fill(velocities, NOT_SET);
        Arrays.fill(durations, NOT_SET);
    }

    /** @throws UnsuitableDocumentException if the vocabulary has no way to begin so, or no percussion */
    List<TrackToken> write(TrackPiece piece) throws UnsuitableDocumentException {
        begin(piece);
        long now = piece.begin();
        int next = 0;
        for (long moment : piece.moments()) {
            if (piece.meters().containsKey(moment)
                            && !piece.meters().get(moment).equals(meter)
                    || piece.tempos().containsKey(moment) && bin(piece.tempos().get(moment)) != tempo
                    || next < piece.notes().size() && piece.notes().get(next).place() == moment) {
                shift(moment - now);
                now = moment;
            }
            change(piece, moment);
            while (next < piece.notes().size() && piece.notes().get(next).place() == moment) {
                strike(piece.notes().get(next));
                next++;
            }
        }
        shift(piece.end() - now);
        tokens.add(new End());
        return tokens;
    }

    private void begin(TrackPiece piece) throws UnsuitableDocumentException {
        meter = piece.meters().firstEntry().getValue();
        TrackToken begin = new Begin(meter, (int) piece.begin());
        if (!vocabulary.has(begin)) {
            throw new UnsuitableDocumentException(
                    "it begins in " + meter + " at place " + piece.begin() + ", which this model does not know");
        }
        tempo = bin(piece.tempos().firstEntry().getValue());
        tokens.add(begin);
        tokens.add(new Tempo(tempo));
        boolean percussion = piece.notes().stream().anyMatch(note -> note.part() == TrackParts.PERCUSSION);
        if (percussion) {
            kit = vocabulary
                    .kit(piece.kit())
                    .orElseThrow(
                            () -> new UnsuitableDocumentException("it has percussion, which this model does not know"));
        }
    }

    private int bin(double beatsPerMinute) {
        return TempoBins.nearest(beatsPerMinute, vocabulary.tempos());
    }

    private void change(TrackPiece piece, long moment) {
        if (moment == piece.begin()) {
            return;
        }
        Meter newMeter = piece.meters().getOrDefault(moment, meter);
        if (!newMeter.equals(meter)) {
            meter = newMeter;
            tokens.add(new Bar(meter));
        }
        int newTempo = piece.tempos().containsKey(moment) ? bin(piece.tempos().get(moment)) : tempo;
        if (newTempo != tempo) {
            tempo = newTempo;
            tokens.add(new Tempo(tempo));
        }
    }

    private void strike(Struck note) {
        boolean percussion = note.part() == TrackParts.PERCUSSION;
        if (note.part() != part) {
            part = note.part();
            tokens.add(percussion ? kit : new Turn(part));
        }
        int velocity = VelocityBins.of(note.velocity());
        if (velocity != velocities[part]) {
            velocities[part] = velocity;
            tokens.add(new Velocity(velocity));
        }
        if (percussion) {
            tokens.add(new Strike(note.pitch()));
            return;
        }
        if (note.duration() != durations[part]) {
            durations[part] = note.duration();
            tokens.add(new Duration(TrackGrid.DURATIONS.get(note.duration())));
        }
        tokens.add(new NoteOn(note.pitch()));
    }

    private void shift(long places) {
        for (long left = places; left > 0; ) {
            int shift = TrackGrid.shift(left);
            tokens.add(new Shift(shift));
            left -= shift;
            part = NOT_SET;
        }
    }
}
