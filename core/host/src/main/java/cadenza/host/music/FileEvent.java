package cadenza.host.music;

/**
 * An event of a MIDI file at a tick.
 *
 * @param tick from the start of the file
 * @param status a channel message's status byte, 0x80 to 0xEF; for a meta event {@link #META} and its type
 * @param data what follows the status byte, or the length of a meta event; not to be changed
 */
record FileEvent(long tick, int status, byte[] data) {
    /** Marks the status of a meta event; its low byte is the type. */
    static final int META = 0xFF00;

    static final int NOTE_OFF = 0x80;
    static final int NOTE_ON = 0x90;
    static final int PROGRAM_CHANGE = 0xC0;

    static FileEvent meta(long tick, int type, byte... data) {
        return new FileEvent(tick, META | type, data);
    }

    static FileEvent message(long tick, int command, int channel, int... values) {
        byte[] data = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            data[i] = (byte) values[i];
        }
        return new FileEvent(tick, command | channel, data);
    }

    boolean isMeta() {
        return (status & META) == META;
    }

    boolean isMeta(int type) {
        return status == (META | type);
    }

    /** The type of a meta event, 0 to 127. */
    int metaType() {
        return status & 0xFF;
    }

    /** The command of a channel message, such as {@link #NOTE_ON}. */
    int command() {
        return status & 0xF0;
    }

    /** The channel of a channel message, 0 to 15. */
    int channel() {
        return status & 0x0F;
    }

    /** A byte of the data, unsigned. */
    int value(int index) {
        return data[index] & 0xFF;
    }

    /** The order of events at one tick: meta events, programs, note-offs, note-ons. */
    int rank() {
        if (isMeta()) {
            return 0;
        }
        return switch (command()) {
            case PROGRAM_CHANGE -> 1;
            case NOTE_OFF -> 2;
            default -> 3;
        };
    }
}
