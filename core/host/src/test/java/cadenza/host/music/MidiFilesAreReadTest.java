package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.KeySignature;
import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads files written byte by byte. Delta times up to 127 take one byte, so most have a division of 96 (0x60). */
class MidiFilesAreReadTest {
    private static final String QUARTER_OF_C = "00 90 3C 40  60 80 3C 00 ";

    @TempDir
    Path folder;

    private Score read(int type, int division, String... tracks) throws IOException {
        return read(HandmadeFile.of(type, division, tracks));
    }

    private Score read(byte[] bytes) throws IOException {
        Path file = folder.resolve("x.mid");
        Files.write(file, bytes);
        return new MidiReader().read(file);
    }

    private List<Note> notes(int division, String track) throws IOException {
        Score score = read(0, division, track);
        assertThat(score.tracks()).hasSize(1);
        return score.tracks().get(0).notes();
    }

    @Test
    void a_bare_file_has_120_quarters_a_minute_4_4_and_no_key() throws IOException {
        assertThat(read(0, 96, QUARTER_OF_C))
                .isEqualTo(new Score(
                        "x.mid",
                        List.of(new TempoChange(0, 120)),
                        List.of(new MeterChange(0, Meter.COMMON)),
                        Optional.empty(),
                        List.of(new Track("", 0, 0, List.of(new Note(0, 480, 60, 64)))),
                        480));
    }

    @Test
    void a_type_0_file_is_split_by_channel() throws IOException {
        Score score = read(0, 96, "00 FF 03 01 41  00 C2 05  00 92 40 40  00 90 3C 40  60 80 3C 00  00 82 40 00");

        assertThat(score.tracks())
                .containsExactly(
                        new Track("A", 0, 0, List.of(new Note(0, 480, 60, 64))),
                        new Track("A", 2, 5, List.of(new Note(0, 480, 64, 64))));
    }

    @Test
    void a_type_1_file_has_a_track_for_each_file_track_with_notes() throws IOException {
        Score score = read(1, 96, "00 FF 03 01 41", "00 FF 03 01 42" + QUARTER_OF_C, "00 FF 03 01 43" + QUARTER_OF_C);

        assertThat(score.tracks()).extracting(Track::name).containsExactly("B", "C");
    }

    @Test
    void running_status_serves_note_ons_and_note_offs_of_velocity_0() throws IOException {
        assertThat(notes(96, "00 90 3C 40  60 3C 00  00 3E 50  60 3E 00"))
                .containsExactly(new Note(0, 480, 60, 64), new Note(480, 480, 62, 80));
    }

    @Test
    void a_note_without_end_lasts_to_the_end_of_its_track() throws IOException {
        Score score = read(1, 96, "00 90 3C 40  60 FF 01 00", QUARTER_OF_C + "60 FF 01 00");

        assertThat(score.tracks().get(0).notes()).containsExactly(new Note(0, 480, 60, 64));
        assertThat(score.end()).isEqualTo(960);
    }

    @Test
    void striking_a_sounding_pitch_ends_it() throws IOException {
        assertThat(notes(96, "00 90 3C 40  30 90 3C 50  30 80 3C 00  30 80 3C 00"))
                .containsExactly(new Note(0, 240, 60, 64), new Note(240, 240, 60, 80));
    }

    @Test
    void a_note_off_behind_the_next_note_on_of_its_tick_belongs_to_the_note_before() throws IOException {
        assertThat(notes(96, "00 90 3C 40  30 90 3C 50  00 80 3C 00  30 80 3C 00"))
                .containsExactly(new Note(0, 240, 60, 64), new Note(240, 240, 60, 80));
    }

    @Test
    void of_two_note_ons_at_once_the_louder_stays() throws IOException {
        assertThat(notes(96, "00 90 3C 40  00 90 3C 20  30 80 3C 00  30 80 3C 00"))
                .containsExactly(new Note(0, 240, 60, 64));
    }

    @Test
    void a_note_off_where_nothing_sounds_has_no_effect() throws IOException {
        assertThat(notes(96, "00 80 3C 00" + QUARTER_OF_C + "00 80 3C 00")).containsExactly(new Note(0, 480, 60, 64));
    }

    @Test
    void a_note_of_no_length_lasts_a_tick_even_beyond_the_end() throws IOException {
        Score score = read(0, 96, "00 90 3C 40  00 80 3C 00");

        assertThat(score.tracks().get(0).notes()).containsExactly(new Note(0, 1, 60, 64));
        assertThat(score.end()).isEqualTo(1);
    }

    @Test
    void ticks_are_rounded_to_480_a_quarter() throws IOException {
        // At 7 ticks a quarter a tick is 68.57 of ours.
        assertThat(notes(7, "01 90 3C 40  01 80 3C 00  05 90 3E 40  07 80 3E 00"))
                .containsExactly(new Note(69, 68, 60, 64), new Note(480, 480, 62, 64));
    }

    @Test
    void notes_that_round_to_one_onset_become_the_longer() throws IOException {
        // At 9600 (0x2580) ticks a quarter one of ours is 20 of the file's.
        assertThat(notes(9600, "00 90 3C 40  02 80 3C 00  03 90 3C 50  CB 00 80 3C 00"))
                .containsExactly(new Note(0, 480, 60, 80));
    }

    @Test
    void the_highest_division_is_read() throws IOException {
        assertThat(notes(0x7FFF, "00 90 3C 40  81 FF 7F 80 3C 00")).containsExactly(new Note(0, 480, 60, 64));
    }

    @Test
    void tempos_are_clamped() throws IOException {
        Score score = read(0, 96, "00 FF 51 03 000000  30 FF 51 03 FFFFFF" + QUARTER_OF_C);

        assertThat(score.tempos())
                .containsExactly(new TempoChange(0, TempoChange.FASTEST), new TempoChange(240, TempoChange.SLOWEST));
    }

    @Test
    void a_first_tempo_and_meter_after_the_start_have_the_defaults_before_them() throws IOException {
        Score score = read(0, 96, "60 FF 51 03 0F4240  00 FF 58 04 06 03 18 08" + QUARTER_OF_C);

        assertThat(score.tempos()).containsExactly(new TempoChange(0, 120), new TempoChange(480, 60));
        assertThat(score.meters())
                .containsExactly(new MeterChange(0, Meter.COMMON), new MeterChange(480, new Meter(6, 8)));
    }

    @Test
    void of_two_tempos_at_one_tick_the_last_counts() throws IOException {
        Score score = read(0, 96, "00 FF 51 03 0F4240  00 FF 51 03 07A120" + QUARTER_OF_C);

        assertThat(score.tempos()).containsExactly(new TempoChange(0, 120));
    }

    @Test
    void the_first_key_signature_counts() throws IOException {
        Score score = read(0, 96, "00 FF 59 02 FE 01  10 FF 59 02 03 00" + QUARTER_OF_C);

        assertThat(score.key()).contains(new KeySignature(-2, true));
    }

    @Test
    void signatures_out_of_range_or_too_short_are_passed_over() throws IOException {
        Score score = read(
                0,
                96,
                "00 FF 58 04 00 02 18 08  00 FF 58 04 04 07 18 08  00 FF 58 01 03  00 FF 51 01 07"
                        + " 00 FF 59 02 08 00  00 FF 59 02 00 02  00 FF 59 00" + QUARTER_OF_C);

        assertThat(score.meters()).containsExactly(new MeterChange(0, Meter.COMMON));
        assertThat(score.tempos()).containsExactly(new TempoChange(0, 120));
        assertThat(score.key()).isEmpty();
    }

    @Test
    void a_program_set_up_in_another_file_track_counts_where_the_own_has_none_and_the_last_at_a_tick()
            throws IOException {
        Score score = read(1, 96, "00 C0 07", QUARTER_OF_C, "00 C0 08  00 C0 09" + QUARTER_OF_C);

        assertThat(score.tracks()).extracting(Track::program).containsExactly(7, 9);
    }

    @Test
    void a_name_that_is_not_UTF_8_is_Latin_1() throws IOException {
        Score score = read(0, 96, "00 FF 03 04 46 6C F6 74" + QUARTER_OF_C);

        assertThat(score.tracks().get(0).name()).isEqualTo("Flöt");
    }

    @Test
    void other_events_and_chunks_are_passed_over() throws IOException {
        String others = "00 F0 05 7E 7F 09 01 F7  00 F7 01 F8  00 FF 7F 02 00 01"
                + "  00 B0 07 64  00 E0 00 40  00 D0 10  00 A0 3C 10";
        byte[] file = HandmadeFile.joined(
                HandmadeFile.header(0, 1, 96),
                HandmadeFile.chunk("XFIH", "01 02 03"),
                HandmadeFile.chunk("MTrk", others + QUARTER_OF_C + HandmadeFile.END_OF_TRACK),
                HandmadeFile.chunk("XFKM", "01 02 03"));

        assertThat(read(file).tracks().get(0).notes()).containsExactly(new Note(0, 480, 60, 64));
    }

    @Test
    void a_longer_header_is_read() throws IOException {
        byte[] file = HandmadeFile.joined(
                HandmadeFile.chunk("MThd", "0000 0001 0060 FFFF"),
                HandmadeFile.chunk("MTrk", QUARTER_OF_C + HandmadeFile.END_OF_TRACK));

        assertThat(read(file).noteCount()).isEqualTo(1);
    }
}
