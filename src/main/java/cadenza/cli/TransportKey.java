package cadenza.cli;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/** What a key asks of what is being played. */
enum TransportKey {
    HOLD_OR_GO_ON,
    BACK,
    FORWARD,
    QUIT,
    /** Some other key, or none yet. */
    OTHER,
    /** There will be no more keys. */
    CLOSED;

    private static final int END_OF_INPUT = -1;
    private static final int ESCAPE = 27;
    private static final long WAIT_MILLISECONDS = 100;

    /** An arrow key is several characters, which a terminal sends at once. */
    private static final long SEQUENCE_MILLISECONDS = 50;

    /** Waits for a key, a tenth of a second at most. */
    static TransportKey read(NonBlockingReader reader) throws IOException {
        int character = reader.read(WAIT_MILLISECONDS);
        return switch (character) {
            case END_OF_INPUT -> CLOSED;
            case ' ' -> HOLD_OR_GO_ON;
            case 'q', 'Q' -> QUIT;
            case ESCAPE -> arrow(reader);
            default -> OTHER;
        };
    }

    /** ESC [ C and ESC [ D (ECMA-48, cursor right and left); O for [ in a terminal's application mode. */
    private static TransportKey arrow(NonBlockingReader reader) throws IOException {
        int introducer = reader.read(SEQUENCE_MILLISECONDS);
        if (introducer != '[' && introducer != 'O') {
            return OTHER;
        }
        return switch (reader.read(SEQUENCE_MILLISECONDS)) {
            case 'C' -> FORWARD;
            case 'D' -> BACK;
            default -> OTHER;
        };
    }
}
