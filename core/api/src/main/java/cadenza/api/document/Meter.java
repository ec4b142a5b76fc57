package cadenza.api.document;

/**
 * A time signature.
 *
 * @param beats the upper number, 1 to 64
 * @param unit the lower number, a power of two from 1 to 64
 */
public record Meter(int beats, int unit) {
    /** Four quarters a bar, the meter of a file that names none. */
    public static final Meter COMMON = new Meter(4, 4);

    public Meter {
        if (beats < 1 || beats > 64) {
            throw new IllegalArgumentException("meter " + beats + "/" + unit + ": beats are not in 1..64");
        }
        if (unit < 1 || unit > 64 || Integer.bitCount(unit) != 1) {
            throw new IllegalArgumentException(
                    "meter " + beats + "/" + unit + ": the unit is not a power of two in 1..64");
        }
    }

    /** Length of a bar in ticks, at {@link Score#TICKS_PER_QUARTER}. */
    public int ticksPerBar() {
        return Score.TICKS_PER_QUARTER * 4 * beats / unit;
    }

    /** Length of a beat in ticks: the unit, or three of them where the meter is compound (6/8, 9/8, 12/8). */
    public int ticksPerBeat() {
        boolean compound = unit >= 8 && beats > 3 && beats % 3 == 0;
        return Score.TICKS_PER_QUARTER * 4 / unit * (compound ? 3 : 1);
    }

    /** Reads the form {@code 3/4}. @throws IllegalArgumentException if it is not one */
    public static Meter parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,2}") || !parts[1].matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException("'" + text + "' is not a meter such as 3/4");
        }
        return new Meter(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return beats + "/" + unit;
    }
}
