package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;

class WrittenFilesTest {
    private final MidiWriter writer = new MidiWriter();

    @Test
    void the_events_of_a_small_score_are_those_of_the_golden_file() throws Exception {
        byte[] file = writer.write(ExampleScores.small(), Optional.of("made by hand"));

        assertThat(dump(file)).isEqualTo(Resource.text("small-score.events.txt"));
    }

    @Test
    void the_bytes_of_a_small_score_never_change() throws Exception {
        byte[] file = writer.write(ExampleScores.small(), Optional.of("made by hand"));

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("46ba8bcd650af97d62196672de12f701a2a07511bc7bf5e49b975d6d131d0041");
    }

    @Test
    void a_short_file_is_the_one_written_by_hand() {
        Score score = ExampleScores.of(ExampleScores.track(new Note(0, 480, 60, 64)));

        assertThat(writer.write(score, Optional.empty()))
                .isEqualTo(HandmadeFile.joined(
                        HandmadeFile.header(1, 2, 480),
                        HandmadeFile.chunk(
                                "MTrk",
                                "00 FF 03 04 74657374  00 FF 51 03 07A120  00 FF 58 04 04 02 18 08  83 60 FF 2F 00"),
                        HandmadeFile.chunk(
                                "MTrk", "00 FF 03 04 54756E65  00 C0 00  00 90 3C 40  83 60 80 3C 40  00 FF 2F 00")));
    }

    @Test
    void every_track_ends_at_the_end_of_the_score() throws Exception {
        Score small = ExampleScores.small();
        Score longer = new Score(small.title(), small.tempos(), small.meters(), small.key(), small.tracks(), 9999);

        Track[] tracks = sequence(writer.write(longer, Optional.empty())).getTracks();

        assertThat(tracks).hasSize(4).allSatisfy(track -> {
            assertThat(track.ticks()).isEqualTo(9999);
            assertThat(track.get(track.size() - 1).getTick()).isEqualTo(9999);
        });
    }

    @Test
    void a_score_without_notes_or_tracks_is_written() throws Exception {
        assertThat(sequence(writer.write(ExampleScores.of(), Optional.empty())).getTracks())
                .hasSize(1);
        assertThat(sequence(writer.write(ExampleScores.of(ExampleScores.track()), Optional.empty()))
                        .getTracks())
                .hasSize(2);
    }

    @Test
    void a_track_without_a_name_is_called_after_its_place() throws Exception {
        Score score = ExampleScores.of(ExampleScores.track(), new cadenza.api.document.Track(" ", 1, 0, List.of()));

        assertThat(dump(writer.write(score, Optional.empty()))).contains("FF 03 'Tune'", "FF 03 'Track 2'");
    }

    @Test
    void a_file_of_type_0_has_everything_in_one_track() throws Exception {
        byte[] file = new MidiWriter(MidiFileType.ONE_TRACK).write(ExampleScores.small(), Optional.of("made by hand"));

        assertThat(dump(file)).isEqualTo(Resource.text("small-score-type-0.events.txt"));
    }

    @Test
    void what_a_midi_file_cannot_say_is_refused() {
        Score farApart = ExampleScores.of(ExampleScores.track(new Note(TrackChunk.LARGEST_NUMBER + 1L, 1, 60, 60)));
        Score beforeStart = new Score(
                "test",
                List.of(new TempoChange(0, 120)),
                List.of(new MeterChange(0, Meter.COMMON)),
                Optional.empty(),
                List.of(),
                -1);

        assertThatThrownBy(() -> writer.write(farApart, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not in 0..268435455");
        assertThatThrownBy(() -> writer.write(beforeStart, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Sequence sequence(byte[] file) throws Exception {
        return MidiSystem.getSequence(new ByteArrayInputStream(file));
    }

    /** One line an event: its tick and its bytes, texts as text. */
    private static String dump(byte[] file) throws Exception {
        Sequence sequence = sequence(file);
        StringBuilder dump = new StringBuilder("division " + sequence.getResolution() + "\n");
        for (Track track : sequence.getTracks()) {
            dump.append("track\n");
            for (int i = 0; i < track.size(); i++) {
                dump.append(String.format("%6d  %s%n", track.get(i).getTick(), describe(track.get(i))));
            }
        }
        return dump.toString().replace("\r", "");
    }

    private static String describe(MidiEvent event) {
        if (event.getMessage() instanceof MetaMessage meta
                && Stream.of(MetaEvents.TEXT, MetaEvents.TRACK_NAME).anyMatch(type -> type == meta.getType())) {
            return String.format("FF %02X '%s'", meta.getType(), new String(meta.getData(), StandardCharsets.UTF_8));
        }
        byte[] bytes = event.getMessage().getMessage();
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }
}
