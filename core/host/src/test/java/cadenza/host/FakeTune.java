package cadenza.host;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.MusicCodec;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A codec of one voice: a beginning in 4/4, in 4/4 with an upbeat of a quarter, or in 3/4; then notes and what they
 * last, by turns; or the end.
 */
public final class FakeTune implements MusicCodec {
    public static final int FOUR = 1;
    public static final int UPBEAT = 2;
    public static final int THREE = 3;
    public static final int C = 4;
    public static final int E = 5;
    public static final int G = 6;
    public static final int QUARTER = 7;
    public static final int HALF = 8;
    public static final int WHOLE = 9;
    public static final int END = 10;

    private static final Vocabulary VOCABULARY =
            Vocabulary.of(List.of("4/4", "upbeat", "3/4", "C", "E", "G", "quarter", "half", "whole", "end"));
    private static final List<Effect> EFFECTS = List.of(
            new Effect.None(),
            new Effect.Begin(Meter.COMMON, 0),
            new Effect.Begin(Meter.COMMON, 1440),
            new Effect.Begin(new Meter(3, 4), 0),
            new Effect.Sound(0, 60),
            new Effect.Sound(0, 64),
            new Effect.Sound(0, 67),
            new Effect.Advance(480),
            new Effect.Advance(960),
            new Effect.Advance(1920),
            new Effect.End());

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public int ticksPerStep() {
        return 240;
    }

    /** Writes each note as a C of its length in quarters. */
    @Override
    public int[] encode(Score score) throws UnsuitableDocumentException {
        if (score.tracks().size() != 1) {
            throw new UnsuitableDocumentException("it has " + score.tracks().size() + " tracks");
        }
        List<Integer> tokens = new ArrayList<>(List.of(FOUR));
        for (Note note : score.tracks().get(0).notes()) {
            tokens.add(note.pitch() == 60 ? C : Vocabulary.UNKNOWN);
            tokens.add(note.duration() == 480 ? QUARTER : note.duration() == 960 ? HALF : WHOLE);
        }
        tokens.add(END);
        return tokens.stream().mapToInt(token -> token).toArray();
    }

    @Override
    public Score decode(int[] tokens, String title) {
        Meter meter = Meter.COMMON;
        List<Note> notes = new ArrayList<>();
        long now = 0;
        int pitch = 0;
        for (int token : tokens) {
            Effect effect = EFFECTS.get(token);
            if (effect instanceof Effect.Begin begin) {
                meter = begin.meter();
                now = begin.position();
            } else if (effect instanceof Effect.Sound sound) {
                pitch = sound.pitch();
            } else if (effect instanceof Effect.Advance advance) {
                notes.add(new Note(now, advance.ticks(), pitch, 80));
                now += advance.ticks();
            }
        }
        return new Score(
                title,
                List.of(new TempoChange(0, 90)),
                List.of(new MeterChange(0, meter)),
                Optional.empty(),
                List.of(new Track("Tune", 0, 73, notes)),
                now);
    }

    @Override
    public CodecState start() {
        return new CodecState() {
            private Effect last = new Effect.None();

            @Override
            public void allowed(boolean[] allowed) {
                for (int token = 0; token < allowed.length; token++) {
                    Effect next = EFFECTS.get(token);
                    if (last instanceof Effect.None) {
                        allowed[token] = next instanceof Effect.Begin;
                    } else if (last instanceof Effect.Sound) {
                        allowed[token] = next instanceof Effect.Advance;
                    } else {
                        allowed[token] = next instanceof Effect.Sound || next instanceof Effect.End;
                    }
                }
            }

            @Override
            public Effect effect(int token) {
                return EFFECTS.get(token);
            }

            @Override
            public void accept(int token) {
                last = EFFECTS.get(token);
            }
        };
    }
}
