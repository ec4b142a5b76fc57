package cadenza.host.music;

/** What a tick of a MIDI file is: the division in its header. */
public sealed interface Timebase {
    /**
     * A part of a quarter.
     *
     * @param ticks in a quarter, 1 to 32,767
     */
    record Quarters(int ticks) implements Timebase {
        @Override
        public String toString() {
            return ticks + (ticks == 1 ? " tick" : " ticks") + " a quarter";
        }
    }

    /**
     * A part of an SMPTE frame: real time, whatever the tempo.
     *
     * @param framesPerSecond 24, 25, 30, or 29 for 30 drop frame, which are 30,000 frames in 1,001 seconds
     * @param ticks in a frame, 1 to 255
     */
    record Frames(int framesPerSecond, int ticks) implements Timebase {
        /** Ticks in a second. */
        public double ticksPerSecond() {
            return ticks * (framesPerSecond == 29 ? 30_000 / 1_001.0 : framesPerSecond);
        }

        @Override
        public String toString() {
            return ticks + (ticks == 1 ? " tick" : " ticks") + " an SMPTE frame, "
                    + (framesPerSecond == 29 ? "29.97" : String.valueOf(framesPerSecond)) + " frames a second";
        }
    }

    /**
     * Reads a header's division.
     *
     * @param division the two bytes, 0 to 65,535; of one from 32,768 on, the first byte is the negated frame rate
     * @throws IllegalArgumentException if the standard knows no such division
     */
    static Timebase of(int division) {
        if (division < 0x8000) {
            if (division == 0) {
                throw new IllegalArgumentException("it has 0 ticks per quarter");
            }
            return new Quarters(division);
        }
        int framesPerSecond = -(byte) (division >> 8);
        int ticks = division & 0xFF;
        if (framesPerSecond != 24 && framesPerSecond != 25 && framesPerSecond != 29 && framesPerSecond != 30) {
            throw new IllegalArgumentException(
                    "it counts " + framesPerSecond + " SMPTE frames a second, not 24, 25, 29 or 30");
        }
        if (ticks == 0) {
            throw new IllegalArgumentException("it has 0 ticks per SMPTE frame");
        }
        return new Frames(framesPerSecond, ticks);
    }
}
