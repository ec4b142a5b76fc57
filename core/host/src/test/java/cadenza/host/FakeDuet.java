package cadenza.host;

import cadenza.api.CodecState;
import cadenza.api.Effect;
import cadenza.api.MusicCodec;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.Vocabulary;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A codec of two voices on a grid of eighths: a beginning in 4/4 or 3/4, on the bar line or a quarter before it; a key of
 * C or D minor; a length of 1, 2, 4 or more bars; then, whenever something happens, the voices that change, the higher
 * first. Both are set before time first moves on; a voice rests only after a note; something happens whenever time has
 * moved on by less than a half; the end is on a bar line.
 */
public final class FakeDuet implements MusicCodec {
    public static final int STEP = 240;
    public static final int LOWEST = 48;
    public static final int HIGHEST = 84;
    private static final int HALF = 960;
    private static final Meter THREE = new Meter(3, 4);
    private static final List<Effect> EFFECTS = effects();
    private static final Vocabulary VOCABULARY =
            Vocabulary.of(EFFECTS.stream().skip(1).map(Effect::toString).collect(Collectors.toList()));

    private static List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.None());
        for (Meter meter : List.of(Meter.COMMON, THREE)) {
            effects.add(new Effect.Begin(meter, 0));
            effects.add(new Effect.Begin(meter, meter.ticksPerBar() - 480));
        }
        effects.add(new Effect.Key(new KeySignature(0, false)));
        effects.add(new Effect.Key(new KeySignature(-1, true)));
        for (int bars : new int[] {1, 2, 4, Effect.Length.MORE_BARS}) {
            effects.add(new Effect.Length(bars));
        }
        for (int voice = 0; voice < 2; voice++) {
            effects.add(new Effect.Silence(voice));
            for (int pitch = LOWEST; pitch <= HIGHEST; pitch++) {
                effects.add(new Effect.Sound(voice, pitch));
            }
        }
        for (int ticks : new int[] {STEP, 480, HALF}) {
            effects.add(new Effect.Advance(ticks));
        }
        effects.add(new Effect.End());
        return List.copyOf(effects);
    }

    /** The token with an effect. */
    public static int token(Effect effect) {
        return Math.max(0, EFFECTS.indexOf(effect));
    }

    /** The effect of a token. */
    public static Effect effect(int token) {
        return EFFECTS.get(token);
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public int ticksPerStep() {
        return STEP;
    }

    /** Begins where the first note does; fills the last bar up with rests. The two tracks must be single lines. */
    @Override
    public int[] encode(Score score) throws UnsuitableDocumentException {
        if (score.tracks().size() != 2) {
            throw new UnsuitableDocumentException("it has " + score.tracks().size() + " tracks, not 2");
        }
        Meter meter = score.meters().get(score.meters().size() - 1).meter();
        long pickup = score.meters().size() > 1 ? score.meters().get(1).tick() : 0;
        long first = score.tracks().stream()
                .mapToLong(track -> step(track.notes().get(0).tick()))
                .min()
                .orElseThrow();
        long last = score.tracks().stream()
                .flatMap(track -> track.notes().stream())
                .mapToLong(note -> step(note.end()))
                .max()
                .orElseThrow();
        int position = (int) Math.floorMod(first - pickup, (long) meter.ticksPerBar());
        long end = last + Math.floorMod(-(last - first + position), (long) meter.ticksPerBar());
        List<Effect> written = new ArrayList<>(List.of(
                new Effect.Begin(meter, position), new Effect.Key(new KeySignature(0, false)), new Effect.Length(1)));
        int[] sounding = {-2, -2};
        long waiting = 0;
        for (long now = first; now < end; now += STEP) {
            for (int voice = 0; voice < 2; voice++) {
                Effect event = event(score.tracks().get(voice), voice, now);
                boolean again = event instanceof Effect.Silence && sounding[voice] == -1;
                if (event != null && !again || sounding[voice] == -2) {
                    waiting = advance(written, waiting);
                    written.add(event == null ? new Effect.Silence(voice) : event);
                    sounding[voice] = event instanceof Effect.Sound sound ? sound.pitch() : -1;
                }
            }
            waiting += STEP;
        }
        advance(written, waiting);
        written.add(new Effect.End());
        return written.stream().mapToInt(FakeDuet::token).toArray();
    }

    private static long step(long tick) {
        return (tick + STEP / 2) / STEP * STEP;
    }

    private static Effect event(Track track, int voice, long now) {
        Effect event = null;
        for (Note note : track.notes()) {
            if (step(note.end()) == now) {
                event = new Effect.Silence(voice);
            }
            if (step(note.tick()) == now) {
                return new Effect.Sound(voice, note.pitch());
            }
        }
        return event;
    }

    private static long advance(List<Effect> written, long waiting) {
        long left = waiting;
        while (left > 0) {
            int ticks = (int) (left >= HALF ? HALF : left >= 480 ? 480 : STEP);
            written.add(new Effect.Advance(ticks));
            left -= ticks;
        }
        return 0;
    }

    @Override
    public Score decode(int[] tokens, String title) {
        Meter meter = Meter.COMMON;
        List<List<Note>> notes = List.of(new ArrayList<>(), new ArrayList<>());
        int[] sounding = {-1, -1};
        long[] since = new long[2];
        long now = 0;
        for (int token : tokens) {
            Effect effect = EFFECTS.get(token);
            if (effect instanceof Effect.Begin begin) {
                meter = begin.meter();
                now = begin.position();
            } else if (effect instanceof Effect.Advance advance) {
                now += advance.ticks();
            } else if (effect instanceof Effect.Sound sound) {
                finish(notes, sound.channel(), sounding, since, now);
                sounding[sound.channel()] = sound.pitch();
            } else if (effect instanceof Effect.Silence silence) {
                finish(notes, silence.channel(), sounding, since, now);
                sounding[silence.channel()] = -1;
            }
        }
        finish(notes, 0, sounding, since, now);
        finish(notes, 1, sounding, since, now);
        return new Score(
                title,
                List.of(new TempoChange(0, 90)),
                List.of(new MeterChange(0, meter)),
                Optional.empty(),
                List.of(new Track("High", 0, 73, notes.get(0)), new Track("Low", 1, 42, notes.get(1))),
                now);
    }

    private static void finish(List<List<Note>> notes, int voice, int[] sounding, long[] since, long now) {
        if (sounding[voice] >= 0 && now > since[voice]) {
            notes.get(voice).add(new Note(since[voice], now - since[voice], sounding[voice], 80));
        }
        since[voice] = now;
    }

    @Override
    public CodecState start() {
        return new State();
    }

    private static final class State implements CodecState {
        private final boolean[] sounding = new boolean[2];
        private Effect last = new Effect.None();
        private Meter meter;
        private long position;
        private boolean moved;

        @Override
        public void allowed(boolean[] allowed) {
            for (int token = 0; token < allowed.length; token++) {
                allowed[token] = allows(EFFECTS.get(token));
            }
        }

        private boolean allows(Effect next) {
            if (last instanceof Effect.None) {
                return next instanceof Effect.Begin;
            }
            if (last instanceof Effect.Begin) {
                return next instanceof Effect.Key;
            }
            if (last instanceof Effect.Key) {
                return next instanceof Effect.Length;
            }
            int set = last instanceof Effect.Sound sound ? sound.channel() : -1;
            set = last instanceof Effect.Silence silence ? silence.channel() : set;
            if (next instanceof Effect.Sound sound) {
                return moved ? sound.channel() > set : sound.channel() == set + 1;
            }
            if (next instanceof Effect.Silence silence) {
                int voice = silence.channel();
                return moved ? voice > set && sounding[voice] : voice == set + 1;
            }
            if (next instanceof Effect.Advance) {
                boolean full = last instanceof Effect.Advance advance && advance.ticks() == HALF;
                return set >= 0 && (moved || set == 1) || full;
            }
            return next instanceof Effect.End && set < 0 && moved && position == 0;
        }

        @Override
        public Effect effect(int token) {
            return EFFECTS.get(token);
        }

        @Override
        public void accept(int token) {
            last = EFFECTS.get(token);
            if (last instanceof Effect.Begin begin) {
                meter = begin.meter();
                position = begin.position();
            } else if (last instanceof Effect.Sound sound) {
                sounding[sound.channel()] = true;
            } else if (last instanceof Effect.Silence silence) {
                sounding[silence.channel()] = false;
            } else if (last instanceof Effect.Advance advance) {
                position = (position + advance.ticks()) % meter.ticksPerBar();
                moved = true;
            }
        }
    }
}
