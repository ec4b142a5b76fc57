package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Meters, pickups, tempos, divisions, drums and split tracks, from files written byte by byte. */
class MetersAndTimesAreReadTest {
    private static final String QUARTER_OF_C = "00 90 3C 40  60 80 3C 00 ";

    @TempDir
    Path folder;

    private Score read(int type, int division, String... tracks) throws IOException {
        Path file = folder.resolve("x.mid");
        Files.write(file, HandmadeFile.of(type, division, tracks));
        return new MidiReader().read(file);
    }

    @ParameterizedTest
    @CsvSource({
        "02 02, 2/4, 960", "03 02, 3/4, 1440", "04 02, 4/4, 1920", "06 03, 6/8, 1440", "09 03, 9/8, 2160",
        "0C 03, 12/8, 2880", "05 02, 5/4, 2400", "07 03, 7/8, 1680", "05 03, 5/8, 1200", "03 01, 3/2, 2880",
        "02 01, 2/2, 1920", "0F 04, 15/16, 1800", "01 00, 1/1, 1920", "07 05, 7/32, 420"
    })
    void aMeterIsThatOfTheFile(String bytes, String meter, int ticksPerBar) throws IOException {
        Score score = read(0, 96, "00 FF 58 04 " + bytes + " 18 08" + QUARTER_OF_C);

        assertThat(score.meters()).containsExactly(new MeterChange(0, Meter.parse(meter)));
        assertThat(score.meters().get(0).meter().ticksPerBar()).isEqualTo(ticksPerBar);
    }

    @Test
    void metersChangeWhereTheFileSays() throws IOException {
        // 2/4 for a bar, 7/8 for a bar (3 1/2 quarters, 0x0150 ticks), then 6/8
        String meters = "00 FF 58 04 02 02 18 08  81 40 FF 58 04 07 03 18 08  82 50 FF 58 04 06 03 18 08";

        assertThat(read(1, 96, meters, QUARTER_OF_C).meters())
                .containsExactly(
                        new MeterChange(0, new Meter(2, 4)),
                        new MeterChange(960, new Meter(7, 8)),
                        new MeterChange(2640, new Meter(6, 8)));
    }

    @Test
    void aPickupInAShortFirstBarKeepsItsBarLine() throws IOException {
        String pickup = "00 FF 58 04 01 02 18 08  60 FF 58 04 03 02 18 08";

        assertThat(read(1, 96, pickup, QUARTER_OF_C.repeat(4)).meters())
                .containsExactly(new MeterChange(0, new Meter(1, 4)), new MeterChange(480, new Meter(3, 4)));
    }

    @Test
    void aPickupAfterARestKeepsItsRest() throws IOException {
        // three quarters of rest (0x120 ticks), then the note
        Score score = read(0, 96, "00 FF 58 04 04 02 18 08  82 20 90 3C 40  60 80 3C 00");

        assertThat(score.tracks().get(0).notes()).containsExactly(new Note(1440, 480, 60, 64));
    }

    @Test
    void aTempoMapIsReadFromWhicheverTrackItStandsIn() throws IOException {
        Score score = read(1, 96, "00 FF 51 03 07A120", QUARTER_OF_C + "00 FF 51 03 0F4240  60 FF 51 03 0A2C2B");

        assertThat(score.tempos())
                .containsExactly(new TempoChange(0, 120), new TempoChange(480, 60), new TempoChange(960, 90));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 48, 89, 96, 100, 120, 192, 384, 480, 960, 1024, 3840, 15360, 32767})
    void aQuarterIsAQuarterAtAnyDivision(int division) throws IOException {
        String delta = HandmadeFile.number(division);
        Score score = read(0, division, (delta + "90 3C 40 " + delta + "80 3C 00 ").repeat(8));

        assertThat(score.tracks().get(0).notes())
                .map(Note::tick)
                .containsExactly(480L, 1440L, 2400L, 3360L, 4320L, 5280L, 6240L, 7200L);
        assertThat(score.tracks().get(0).notes()).map(Note::duration).containsOnly(480L);
        assertThat(score.end()).isEqualTo(7680);
    }

    @ParameterizedTest
    @CsvSource({
        "E728, 25 frames of 40 ticks, 1000, 1.0", // a tick is a millisecond
        "E804, 24 frames of 4 ticks, 96, 1.0",
        "E250, 30 frames of 80 ticks, 2400, 1.0",
        "E364, 29.97 frames of 100 ticks, 3000, 1.001",
    })
    void aFileThatCountsFramesKeepsItsSeconds(String division, String meaning, int ticks, double seconds)
            throws IOException {
        String delta = HandmadeFile.number(ticks);
        Score score = read(0, Integer.parseInt(division, 16), delta + "90 3C 40 " + delta + "80 3C 00");

        Note note = score.tracks().get(0).notes().get(0);
        assertThat(Seconds.until(note.tick(), score.tempos())).as(meaning).isCloseTo(seconds, within(0.001));
        assertThat(Seconds.until(note.end(), score.tempos())).as(meaning).isCloseTo(2 * seconds, within(0.001));
        assertThat(score.tempos()).containsExactly(new TempoChange(0, 120));
    }

    @Test
    void inAFileThatCountsFramesBeatsPassAtTheTempo() throws IOException {
        // a tick is a millisecond: two seconds at 120 quarters a minute, then a second at 60, then the note
        String track = "8F 50 FF 51 03 0F4240  87 68 90 3C 40  87 68 80 3C 00";
        Score score = read(0, 0xE728, track);

        assertThat(score.tempos()).containsExactly(new TempoChange(0, 120), new TempoChange(1920, 60));
        assertThat(score.tracks().get(0).notes()).containsExactly(new Note(2400, 480, 60, 64));
        assertThat(Seconds.until(score.end(), score.tempos())).isEqualTo(4);
    }

    @Test
    void channelTenIsPercussion() throws IOException {
        Score score = read(1, 96, "00 99 24 40  60 89 24 00", QUARTER_OF_C);

        assertThat(score.tracks()).map(Track::percussion).containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aFileTrackIsSplitByChannelWhateverTheType(int type) throws IOException {
        Score score = read(
                type,
                96,
                "00 FF 03 01 41  00 99 24 40  00 90 3C 41  00 91 40 42  60 99 24 00  00 90 3C 00  00 91 40 00");

        assertThat(score.tracks())
                .containsExactly(
                        new Track("A", 0, 0, List.of(new Note(0, 480, 60, 65))),
                        new Track("A", 1, 0, List.of(new Note(0, 480, 64, 66))),
                        new Track("A", 9, 0, List.of(new Note(0, 480, 36, 64))));
    }

    @Test
    void runningStatusLastsOverChannelMessagesAndEndsAtAMetaEvent() throws IOException {
        Score score = read(0, 96, "00 90 3C 40  00 40 41  60 3C 00  00 40 00  00 FF 01 00  00 90 43 42  60 43 00");

        assertThat(score.tracks().get(0).notes())
                .containsExactly(new Note(0, 480, 60, 64), new Note(0, 480, 64, 65), new Note(480, 480, 67, 66));
    }
}
