package cadenza.host.corpus;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.host.storage.AtomicFile;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads a {@link PolyphonicSet} from compressed JSON: an object of parts {@code train}, {@code valid} and {@code test},
 * each a list of pieces, each a list of steps, each a list of the MIDI pitches that sound. As a stream, and never more
 * than {@value #MOST_NOTES} pitches and steps, whatever a file unfolds to.
 */
final class PolyphonicSetReader {
    static final int MOST_NOTES = 5_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(8).build())
            .build();

    private long read;

    /** @throws UserException if the file cannot be read or is no such set */
    PolyphonicSet read(Path file) {
        read = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                JsonParser parser = FACTORY.createParser(in)) {
            expect(parser, JsonToken.START_OBJECT, "an object of parts");
            Map<String, List<Score>> parts = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (!PolyphonicSet.NAMES.contains(name) || parts.containsKey(name)) {
                    throw new UnreadableSetException(
                            "it has a part '" + name + "'; parts are train, valid and test, each once");
                }
                parts.put(name, part(parser, file.getFileName() + " " + name));
            }
            return new PolyphonicSet(file, parts);
        } catch (JsonProcessingException e) {
            throw unreadable(file, "it is no JSON", e);
        } catch (UnreadableSetException e) {
            throw unreadable(file, e.getMessage(), e);
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be read: " + AtomicFile.reason(e), e);
        }
    }

    private static UserException unreadable(Path file, String reason, Exception cause) {
        return new UserException(
                "'" + file + "' is no set of pieces: " + reason
                        + "; give {\"train\": [[[60, 64], [60], ...], ...], \"valid\": ...}, compressed with gzip",
                cause);
    }

    /** What is wrong with a file, to be told with its name. */
    private static final class UnreadableSetException extends IOException {
        private static final long serialVersionUID = 1;

        UnreadableSetException(String message) {
            super(message);
        }
    }

    private static void expect(JsonParser parser, JsonToken token, String what) throws IOException {
        if (parser.nextToken() != token) {
            throw new UnreadableSetException("instead of " + what + " it has "
                    + (parser.currentToken() == null ? "nothing" : "'" + parser.getText() + "'"));
        }
    }

    private List<Score> part(JsonParser parser, String title) throws IOException {
        expect(parser, JsonToken.START_ARRAY, "a list of pieces");
        List<Score> pieces = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            pieces.add(piece(parser, title + " " + (pieces.size() + 1)));
        }
        return pieces;
    }

    private Score piece(JsonParser parser, String title) throws IOException {
        expectHere(parser, "a list of steps");
        StepNotes notes = new StepNotes();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expectHere(parser, "a list of pitches");
            notes.step();
            count(title);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                notes.sound(pitch(parser, title));
                count(title);
            }
        }
        return notes.score(title);
    }

    private static void expectHere(JsonParser parser, String what) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableSetException("instead of " + what + " it has "
                    + (parser.currentToken() == null ? "nothing" : "'" + parser.getText() + "'"));
        }
    }

    private static int pitch(JsonParser parser, String title) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new UnreadableSetException("'" + parser.getText() + "' in " + title + " is no pitch");
        }
        long pitch = parser.getLongValue();
        if (pitch < 0 || pitch > 127) {
            throw new UnreadableSetException("pitch " + pitch + " in " + title + " is not in 0..127");
        }
        return (int) pitch;
    }

    private void count(String title) throws IOException {
        read++;
        if (read > MOST_NOTES) {
            throw new UnreadableSetException("it goes on after " + MOST_NOTES + " pitches and steps, in " + title);
        }
    }
}
