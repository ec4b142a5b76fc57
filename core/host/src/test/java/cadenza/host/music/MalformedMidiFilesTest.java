package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedMidiFilesTest {
    private static final String NOTE = "00 90 3C 40  60 80 3C 00 ";

    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.mid"), bytes);
    }

    /** Reads a file; empty if it was refused, which must be in one line that names it. */
    private Optional<Score> readOrRefused(byte[] bytes) throws IOException {
        Path file = file(bytes);
        try {
            return Optional.of(new MidiReader().read(file));
        } catch (UserException e) {
            assertThat(e.getMessage()).startsWith("'" + file + "' ").hasLineCount(1);
            return Optional.empty();
        }
    }

    private static byte[] withTracks(byte[] header, String... tracks) {
        byte[] file = header;
        for (String track : tracks) {
            file = HandmadeFile.joined(file, HandmadeFile.chunk("MTrk", track));
        }
        return file;
    }

    static Stream<Arguments> faults() {
        byte[] one = HandmadeFile.header(0, 1, 96);
        String end = HandmadeFile.END_OF_TRACK;
        byte[] whole = HandmadeFile.of(0, 96, NOTE);
        return Stream.of(
                arguments("is not a standard MIDI file: it is empty; give a .mid file", new byte[0]),
                arguments(
                        "is not a standard MIDI file: it does not begin with MThd; give a .mid file",
                        "RIFF....".getBytes(StandardCharsets.US_ASCII)),
                arguments("the header is cut off", Arrays.copyOf(whole, 10)),
                arguments("the header has less than 6 bytes", HandmadeFile.chunk("MThd", "00 00 00 01")),
                arguments(
                        "is a MIDI file of type 2, which holds several pieces; give one of type 0 or 1",
                        HandmadeFile.of(2, 96, NOTE)),
                arguments("it counts 26 SMPTE frames a second, not 24, 25, 29 or 30", HandmadeFile.of(1, 0xE628, NOTE)),
                arguments("it has 0 ticks per SMPTE frame", HandmadeFile.of(1, 0xE700, NOTE)),
                arguments("it has 0 ticks per quarter", HandmadeFile.of(0, 0, NOTE)),
                arguments("it is of type 0 and declares 2 tracks", HandmadeFile.of(0, 96, NOTE, NOTE)),
                arguments("it is of type 1 and declares 0 tracks", HandmadeFile.header(1, 0, 96)),
                arguments(
                        "it declares 65535 tracks; up to 256 tracks are allowed",
                        withTracks(HandmadeFile.header(1, 65535, 96), NOTE + end)),
                arguments("it declares 3 tracks and holds 1", withTracks(HandmadeFile.header(1, 3, 96), NOTE + end)),
                arguments("it declares 1 track and holds more", withTracks(one, NOTE + end, NOTE + end)),
                arguments("track 1 is cut off", Arrays.copyOf(whole, whole.length - 1)),
                arguments("track 1 has no end-of-track event", withTracks(one, NOTE)),
                arguments("track 1 has no end-of-track event", withTracks(one, "")),
                arguments("track 1 goes on after its end-of-track event", withTracks(one, end + NOTE + end)),
                arguments("an event of track 1 lacks a data byte", withTracks(one, "00 90 3C 90" + end)),
                arguments("track 1 is cut off", withTracks(one, "00 90 3C")),
                arguments("track 1 is cut off", withTracks(one, "00 FF 01 7F 41")),
                arguments("track 1 is cut off", withTracks(one, "00 F0 FF FF FF 7F 41")),
                arguments("an event of track 1 has no valid status byte", withTracks(one, "00 3C 40" + end)),
                arguments("an event of track 1 has no valid status byte", withTracks(one, "00 F4" + end)),
                arguments(
                        "an event of track 1 has no valid status byte",
                        withTracks(one, "00 90 3C 40  00 FF 01 00  60 3C 00" + end)),
                arguments(
                        "track 1 has a number of more than four bytes",
                        withTracks(one, "81 80 80 80 00 90 3C 40" + end)),
                arguments(
                        "a meta event of track 1 has no valid type (near byte 24)",
                        withTracks(one, "00 FF 80 00" + end)),
                arguments("has no notes; give a MIDI file with at least one", HandmadeFile.of(0, 96, "")),
                arguments(
                        "lasts 388.4 hours; a MIDI file may last up to 6", // a delta time of 2^28 - 1 ticks
                        HandmadeFile.of(0, 96, "00 90 3C 40  FF FF FF 7F 80 3C 00")),
                arguments(
                        "lasts 6.7 hours; a MIDI file may last up to 6", // 1600 quarters, 4 of them a minute
                        HandmadeFile.of(0, 1, "00 FF 51 03 FFFFFF" + "00 90 3C 40  8C 40 80 3C 00")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_is_named(String fault, byte[] bytes) throws IOException {
        Path file = file(bytes);

        assertThatThrownBy(() -> new MidiReader().read(file))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("'" + file + "' ")
                .hasMessageContaining(fault);
    }

    @Test
    void a_file_that_is_not_there_or_a_folder_is_refused() {
        Path missing = folder.resolve("missing.mid");

        assertThatThrownBy(() -> new MidiReader().read(missing))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + missing + "' does not exist; give a .mid file");
        assertThatThrownBy(() -> new MidiReader().text(folder, ""))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + folder + "' is a folder; give a .mid file");
    }

    @Test
    void a_file_beyond_the_limits_is_refused_before_it_is_parsed() throws IOException {
        Path large = file(Arrays.copyOf(HandmadeFile.of(0, 96, NOTE), MidiReader.MAXIMUM_BYTES + 1));
        assertThatThrownBy(() -> new MidiReader().read(large)).hasMessageContaining("up to 16777216 bytes");

        String tooMany = "00 90 3C 40" + "00 3C 40".repeat(MidiReader.MAXIMUM_EVENTS);
        Path crowded = file(HandmadeFile.of(0, 96, tooMany));
        assertThatThrownBy(() -> new MidiReader().read(crowded)).hasMessageContaining("up to 500000 events");
    }

    @Test
    void a_truncated_file_is_never_read() throws IOException {
        byte[] whole = new MidiWriter().write(ExampleScores.small(), Optional.of("recipe"));
        for (int length = 0; length < whole.length; length++) {
            assertThat(readOrRefused(Arrays.copyOf(whole, length)))
                    .as("first %d bytes", length)
                    .isEmpty();
        }
        assertThat(readOrRefused(whole)).isPresent();
    }

    @Test
    void a_mutated_file_is_refused_or_read_to_a_score_that_can_be_written() throws IOException {
        byte[] whole = new MidiWriter().write(ExampleScores.small(), Optional.of("recipe"));
        Random random = new Random(20260101);
        int read = 0;
        for (int i = 0; i < 2000; i++) {
            Optional<Score> score = readOrRefused(mutated(whole, random));
            if (score.isPresent()) {
                read++;
                // Writing once gives each channel one sound a pitch, and each track a name; from then on nothing
                // changes.
                Optional<Score> once = readOrRefused(new MidiWriter().write(score.get(), Optional.empty()));
                byte[] rewritten = new MidiWriter().write(once.orElseThrow(), Optional.empty());
                assertThat(readOrRefused(rewritten)).as("mutation %d", i).isEqualTo(once);
            }
        }
        assertThat(read).as("mutations that can still be read").isBetween(100, 1900);
    }

    /** Changes one to four bytes, and of every fourth file also removes or repeats a stretch. */
    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(4) > 0) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = random.nextInt(bytes.length);
        return HandmadeFile.joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
    }

    @Test
    void random_bytes_are_refused_even_behind_a_valid_header() throws IOException {
        Random random = new Random(20260101);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            assertThat(readOrRefused(noise)).isEmpty();
            assertThat(readOrRefused(HandmadeFile.joined(HandmadeFile.header(1, 2, 480), noise)))
                    .isEmpty();
        }
    }
}
