package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.Track;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MidiContractTest {
    private static final String START =
            "00 FF 03 01 61  00 FF 51 03 07A120  00 FF 58 04 04 02 18 08  00 FF 59 02 00 00 ";
    private static final String BAR = " 8F 00 ";
    private static final String TRACK = "00 FF 03 01 62  00 C0 00 ";

    private final MidiContract contract = new MidiContract();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_the_score_its_files_keep_the_contract_and_say_what_it_says(long seed) {
        Score score = RandomScores.of(seed);
        for (MidiFileType type : MidiFileType.values()) {
            byte[] file = new MidiWriter(type).write(score, Optional.of("a recipe"));

            assertThat(contract.violations(file, score))
                    .as("%s of seed %d", type, seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_jdk_hears_in_both_types_the_same_notes_all_closed(long seed) throws Exception {
        Score score = RandomScores.of(seed);

        List<String> one = JdkNotes.of(new MidiWriter(MidiFileType.ONE_TRACK).write(score, Optional.empty()));
        List<String> many = JdkNotes.of(new MidiWriter().write(score, Optional.empty()));

        assertThat(one).isEqualTo(many).noneMatch(line -> line.contains("fault"));
    }

    @ParameterizedTest
    @EnumSource
    void the_header_names_the_type(MidiFileType type) throws Exception {
        byte[] file = new MidiWriter(type).write(ExampleScores.small(), Optional.empty());

        Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(file));
        assertThat(MidiSystem.getMidiFileFormat(new ByteArrayInputStream(file)).getType())
                .isEqualTo(type.number());
        assertThat(sequence.getTracks()).hasSize(type == MidiFileType.ONE_TRACK ? 1 : 4);
    }

    @Test
    void drums_are_on_channel_10_in_both_types() throws Exception {
        for (MidiFileType type : MidiFileType.values()) {
            byte[] file = new MidiWriter(type).write(ExampleScores.small(), Optional.empty());

            assertThat(JdkNotes.of(file)).contains("960..961 channel 10 pitch 38 velocity 127");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90 3C 40" + BAR + "80 3C 40 | ''",
                "90 3C 40" + BAR + "90 3C 00 | pitch 60 of channel 1 at tick 1920 has velocity 0",
                "90 3C 40 00 80 3C 40" + BAR + "80 3D 40 | pitch 60 of channel 1 at tick 0 has no length",
                "90 3C 40 10 90 3C 40" + BAR + "80 3C 40 | pitch 60 of channel 1 at tick 16 is struck while it sounds",
                "90 3C 40" + BAR + "80 3D 40 | pitch 60 of channel 1 at tick 0 is never closed",
                "91 3C 40" + BAR + "81 3C 40 | track 2 uses channel 2 before its program",
                "C0 05 00 90 3C 40" + BAR + "80 3C 40 | channel 1 has the programs 0 and 5",
                "90 3C 40 8F 01 80 3C 40 | the tracks end at different ticks: [1920, 1921]",
                "90 3C 40" + BAR + "80 3C 40 00 FF 2F 00 | track 2 does not end with its one end-of-track event",
                "90 3C 40" + BAR + "80 3C 80 | track 2 has a data byte above 127",
            })
    void a_track_that_breaks_a_promise_is_named(String events, String violation) {
        List<String> violations = contract.violations(withConductor(events));

        if (violation.isEmpty()) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).anySatisfy(line -> assertThat(line).startsWith(violation));
        }
    }

    /** A file whose first track lasts a bar, and whose second has these events. */
    private static byte[] withConductor(String events) {
        return HandmadeFile.joined(
                HandmadeFile.header(1, 2, 480),
                HandmadeFile.chunk("MTrk", START + BAR + "FF 2F 00"),
                HandmadeFile.chunk("MTrk", TRACK + "00 " + events + HandmadeFile.END_OF_TRACK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FF 03 01 61 | a sequence name",
                "FF 51 03 07A120 | a tempo",
                "FF 58 04 04 02 18 08 | a time signature",
                "FF 59 02 00 00 | a key signature",
            })
    void a_file_without_one_of_the_four_at_its_start_is_named(String event, String what) {
        byte[] file = HandmadeFile.joined(
                HandmadeFile.header(1, 2, 480),
                HandmadeFile.chunk("MTrk", START.replace(event, "FF 01 01 61") + BAR + "FF 2F 00"),
                HandmadeFile.chunk("MTrk", TRACK + BAR + "FF 2F 00"));

        assertThat(contract.violations(file)).contains("the first track has no " + what + " at tick 0");
    }

    @Test
    void an_end_or_a_change_of_meter_within_a_bar_is_named() {
        Score small = ExampleScores.small();
        Score longer = new Score(small.title(), small.tempos(), small.meters(), small.key(), small.tracks(), 2641);

        assertThat(contract.violations(new MidiWriter().write(longer, Optional.empty())))
                .containsExactly("tick 2641, the end, is no bar line of 3/8 from tick 1920");
    }

    @Test
    void a_file_that_says_other_than_its_score_is_named() {
        Score score = ExampleScores.small();
        Track loud = new Track("Drums", 9, 0, List.of(new Note(960, 1, 38, 126)));
        Score other = new Score(
                score.title(),
                score.tempos(),
                score.meters(),
                Optional.of(new KeySignature(0, false)),
                List.of(score.tracks().get(0), score.tracks().get(1), loud),
                score.end());

        assertThat(contract.violations(new MidiWriter().write(other, Optional.empty()), score))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("key: "))
                .anySatisfy(line -> assertThat(line).contains("the score has no note such as", "velocity=126"));
    }

    @Test
    void what_is_no_midi_file_is_named() {
        assertThat(contract.violations(new byte[0])).containsExactly("the file is cut off");
        assertThat(contract.violations("MThx....".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("MThd is missing at byte 0");
        assertThat(contract.violations(HandmadeFile.header(1, 2, 480)))
                .containsExactly("the header declares 2 tracks, there are 0");
        assertThat(contract.violations(HandmadeFile.header(1, 0, 480))).containsExactly("there is no track");
    }
}
