package cadenza.host.sampling;

import cadenza.api.Effect;
import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where in the music a sequence of tokens stands: follows effects, and tells meter, bar and tick, and what sounds there.
 * Before anything is named it stands on the bar line of the first bar of 4/4. One sequence, one thread.
 */
public final class Playhead {
    private static final int CHANNELS = 16;
    private static final int PITCHES = 128;
    /** A channel on which no line sounds. */
    public static final int NONE = -1;

    private Meter meter = Meter.COMMON;
    private boolean meterNamed;
    private long tick;
    private int tickInBar;
    private int fullBars;
    private final int[] lines = new int[CHANNELS]; // by channel: the pitch that sounds until the next, or NONE
    private final int[] linesBefore = new int[CHANNELS]; // the same before the moment at hand
    private KeySignature key;
    private OptionalInt announcedBars = OptionalInt.empty();
    private Played played;
    private long lineEnd; // the last tick at which a line sounded
    private long[] ends = {}; // by channel and pitch: where a note of known length ends; empty before the first such
    private long lastEnd; // the latest of them

    public Playhead() {
        Arrays.fill(lines, NONE);
        Arrays.fill(linesBefore, NONE);
    }

    /** Another one at the same place. */
    public Playhead copy() {
        Playhead copy = new Playhead();
        copy.meter = meter;
        copy.meterNamed = meterNamed;
        copy.tick = tick;
        copy.tickInBar = tickInBar;
        copy.fullBars = fullBars;
        System.arraycopy(lines, 0, copy.lines, 0, CHANNELS);
        System.arraycopy(linesBefore, 0, copy.linesBefore, 0, CHANNELS);
        copy.key = key;
        copy.announcedBars = announcedBars;
        copy.played = played;
        copy.lineEnd = lineEnd;
        copy.ends = ends.clone();
        copy.lastEnd = lastEnd;
        return copy;
    }

    /** Follows a token with this effect. */
    public void accept(Effect effect) {
        if (effect instanceof Effect.Advance advance) {
            advance(advance.ticks());
        } else if (effect instanceof Effect.Sound sound) {
            sound(sound);
        } else if (effect instanceof Effect.Prolong prolong) {
            ring(prolong.channel(), prolong.pitch(), prolong.ticks());
        } else if (effect instanceof Effect.Silence silence) {
            silence(silence.channel());
        } else if (effect instanceof Effect.Begin begin) {
            begin(begin);
        } else if (effect instanceof Effect.Bar bar) {
            bar(bar.meter());
        } else if (effect instanceof Effect.Key named) {
            key = named.signature();
        } else if (effect instanceof Effect.Length length && length.bars() != Effect.Length.MORE_BARS) {
            announcedBars = OptionalInt.of(length.bars());
        }
        if (effect instanceof Effect.Sound || effect instanceof Effect.Silence || effect instanceof Effect.Prolong) {
            played = new Played(tick, effect, played);
        }
    }

    private void begin(Effect.Begin begin) {
        meter = begin.meter();
        meterNamed = true;
        tick = begin.position();
        tickInBar = begin.position();
        fullBars = begin.position() == 0 ? 0 : -1; // an upbeat is no full bar
        lineEnd = tick;
        lastEnd = tick;
    }

    private void bar(Meter next) {
        if (tickInBar > 0) {
            // A bar that is cut short is a bar.
            fullBars++;
            tickInBar = 0;
        }
        meter = next;
        meterNamed = true;
    }

    private void advance(int ticks) {
        if (lineSounds()) {
            lineEnd = tick + ticks;
        }
        System.arraycopy(lines, 0, linesBefore, 0, CHANNELS);
        tick += ticks;
        long fromBarLine = (long) tickInBar + ticks;
        fullBars += (int) (fromBarLine / meter.ticksPerBar());
        tickInBar = (int) (fromBarLine % meter.ticksPerBar());
    }

    private void sound(Effect.Sound sound) {
        if (sound.ticks() == Effect.Sound.UNTIL_NEXT) {
            lines[sound.channel()] = sound.pitch();
        } else {
            ring(sound.channel(), sound.pitch(), sound.ticks());
        }
    }

    private void ring(int channel, int pitch, int ticks) {
        if (ends.length == 0) {
            ends = new long[CHANNELS * PITCHES];
        }
        int note = channel * PITCHES + pitch;
        boolean wasLast = ends[note] == lastEnd;
        ends[note] = tick + ticks; // a pitch that is struck anew ends what sounded of it
        lastEnd = wasLast ? latestEnd() : Math.max(lastEnd, tick + ticks);
    }

    private long latestEnd() {
        long latest = 0;
        for (long end : ends) {
            latest = Math.max(latest, end);
        }
        return latest;
    }

    private void silence(int channel) {
        lines[channel] = NONE;
        if (ends.length > 0) {
            for (int pitch = 0; pitch < PITCHES; pitch++) {
                int note = channel * PITCHES + pitch;
                ends[note] = Math.min(ends[note], tick);
            }
            lastEnd = latestEnd();
        }
    }

    /** The meter of this bar. */
    public Meter meter() {
        return meter;
    }

    /** Whether a token has named the meter. */
    public boolean meterNamed() {
        return meterNamed;
    }

    /** The key that a token has named. */
    public Optional<KeySignature> key() {
        return Optional.ofNullable(key);
    }

    /** How many full bars a token has announced, where it could count them. */
    public OptionalInt announcedBars() {
        return announcedBars;
    }

    /** What was played last, and by it all before; empty where nothing was. */
    public Optional<Played> played() {
        return Optional.ofNullable(played);
    }

    /** What the line on a channel sounds now, or {@link #NONE}. */
    public int line(int channel) {
        return lines[channel];
    }

    /** What the line on a channel sounded before the moment at hand, or {@link #NONE}. */
    public int lineBefore(int channel) {
        return linesBefore[channel];
    }

    /** Ticks since the first bar line, or since that before an upbeat. */
    public long tick() {
        return tick;
    }

    /** Ticks since the last bar line; 0 on one. */
    public int tickInBar() {
        return tickInBar;
    }

    /** Bars that lie behind; -1 within an upbeat. */
    public int fullBars() {
        return fullBars;
    }

    /** The number of this bar as musicians count: 1 is the first full one, 0 an upbeat. */
    public int barNumber() {
        return fullBars + 1;
    }

    /** Ticks from here to the end of so many full bars, if all that come have this meter. */
    public long ticksTo(int bars) {
        return (long) (bars - fullBars) * meter.ticksPerBar() - tickInBar;
    }

    /** Whether this is a beat: the meter's unit, or three of them where the meter is compound, as 6/8 is. */
    public boolean onBeat() {
        return tickInBar % meter.ticksPerBeat() == 0;
    }

    /** The pitches that sound on a channel, ascending; where a line's next note comes now, its last one. */
    public int[] sounding(int channel) {
        int line = lines[channel];
        int[] pitches = new int[PITCHES];
        int count = 0;
        for (int pitch = 0; pitch < PITCHES; pitch++) {
            if (pitch == line || ringsOn(channel, pitch)) {
                pitches[count++] = pitch;
            }
        }
        return Arrays.copyOf(pitches, count);
    }

    /** Whether a note of known length sounds on beyond this tick. */
    public boolean ringsOn(int channel, int pitch) {
        return ends.length > 0 && ends[channel * PITCHES + pitch] > tick;
    }

    /** For how many ticks it would have been silent on all channels, were it so many ticks later and nothing came. */
    public long silenceAfter(int ticks) {
        return lineSounds() ? 0 : Math.max(0, tick + ticks - Math.max(lineEnd, lastEnd));
    }

    private boolean lineSounds() {
        for (int line : lines) {
            if (line != NONE) {
                return true;
            }
        }
        return false;
    }
}
