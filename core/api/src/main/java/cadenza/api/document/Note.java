package cadenza.api.document;

/**
 * One sounding note.
 *
 * @param tick onset in ticks from the start of the score, 0 or more
 * @param duration length in ticks, 1 or more
 * @param pitch MIDI note number, 0 to 127 (60 is middle C)
 * @param velocity MIDI velocity, 1 to 127
 */
public record Note(long tick, long duration, int pitch, int velocity) {
    public Note {
        if (tick < 0) {
            throw new IllegalArgumentException("tick " + tick + " is negative");
        }
        if (duration < 1) {
            throw new IllegalArgumentException("duration " + duration + " is below 1 tick");
        }
        if (pitch < 0 || pitch > 127) {
            throw new IllegalArgumentException("pitch " + pitch + " is not in 0..127");
        }
        if (velocity < 1 || velocity > 127) {
            throw new IllegalArgumentException("velocity " + velocity + " is not in 1..127");
        }
    }

    /** The first tick at which the note no longer sounds. */
    public long end() {
        return tick + duration;
    }
}
