package cadenza.host.rewriting;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Meter;
import cadenza.api.document.MeterChange;
import cadenza.api.document.Note;
import cadenza.api.document.Score;
import cadenza.api.document.TempoChange;
import cadenza.api.document.Track;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarGapTest {
    private static final int STEP = 120;

    private static Note note(long from, long to, int pitch) {
        return new Note(from, to - from, pitch, 80);
    }

    private static Score piece(List<MeterChange> meters, long end, Note... notes) {
        return new Score(
                "a.mid",
                List.of(new TempoChange(0, 90), new TempoChange(4000, 80)),
                meters,
                Optional.empty(),
                List.of(new Track("Oboe", 3, 68, List.of(notes))),
                end);
    }

    private static Score common(Note... notes) {
        return piece(List.of(new MeterChange(0, Meter.COMMON)), 7680, notes);
    }

    @Test
    void aNotePlayedALittleEarlyIsInTheBarsThatItsStepIsIn() {
        BarGap gap = BarGap.of(common(note(0, 7680, 60)), new BarRange(2, 3), STEP);

        assertThat(gap.from()).isEqualTo(1920);
        assertThat(gap.until()).isEqualTo(5760);
        assertThat(gap.holds(note(1859, 2000, 60))).isFalse();
        assertThat(gap.holds(note(1860, 2000, 60))).isTrue();
        assertThat(gap.holds(note(5699, 5760, 60))).isTrue();
        assertThat(gap.holds(note(5700, 5760, 60))).isFalse();
    }

    @Test
    void whatIsBeforeEndsWithTheBarLine() {
        Note first = note(0, 960, 60);
        Note tied = note(960, 2400, 62);
        BarGap gap = BarGap.of(common(first, tied, note(2400, 5760, 64)), new BarRange(2, 2), STEP);

        Score before = gap.before();
        assertThat(before.end()).isEqualTo(1920);
        assertThat(before.tempos()).containsExactly(new TempoChange(0, 90));
        assertThat(before.tracks().get(0).notes()).containsExactly(first, note(960, 1920, 62));
        assertThat(gap.bars()).isEqualTo(1);
    }

    @Test
    void aBarThatIsCutShortEndsWhereTheMeterChanges() {
        List<MeterChange> meters = List.of(new MeterChange(0, Meter.COMMON), new MeterChange(480, Meter.COMMON));
        BarGap gap = BarGap.of(piece(meters, 4320, note(0, 4320, 60)), new BarRange(2, 2), STEP);

        assertThat(gap.from()).isEqualTo(480);
        assertThat(gap.before().meters()).isEqualTo(meters);
        assertThat(gap.bars()).isEqualTo(1);
    }

    @Test
    void barsOfAnotherMeterTakeAsManyAsFillThem() {
        List<MeterChange> meters = List.of(new MeterChange(0, Meter.COMMON), new MeterChange(1920, new Meter(3, 4)));
        BarGap gap = BarGap.of(piece(meters, 6240, note(0, 6240, 60)), new BarRange(2, 3), STEP);

        assertThat(gap.until() - gap.from()).isEqualTo(2880);
        assertThat(gap.before().meters()).containsExactly(meters.get(0));
        assertThat(gap.bars()).isEqualTo(2);
    }

    @Test
    void onlyNotesInTheBarsAreExchanged() {
        Note before = note(960, 2400, 62);
        Note behind = note(3840, 5760, 67);
        BarGap gap = BarGap.of(common(before, note(2400, 3840, 64), behind), new BarRange(2, 2), STEP);

        Note other = note(2880, 3840, 70);
        assertThat(gap.filled(List.of(List.of(other))).tracks().get(0).notes()).containsExactly(before, other, behind);
        assertThat(gap.followed()).isTrue();
        assertThat(BarGap.of(gap.piece(), new BarRange(3, 4), STEP).followed()).isFalse();
    }

    @Test
    void inALineNewNotesBeginBehindANoteThatSoundsOn() {
        GapNotes notes =
                new GapNotes(BarGap.of(common(note(960, 2400, 62), note(2400, 3840, 64)), new BarRange(2, 2), STEP), 0);

        assertThat(notes.of(List.of(note(1920, 2160, 62), note(2160, 2880, 65), note(2880, 3840, 67))))
                .containsExactly(note(2400, 2880, 65), note(2880, 3840, 67));
    }

    @Test
    void chordsMaySoundTogetherWithWhatSoundsOn() {
        BarGap gap = BarGap.of(common(note(960, 2400, 62), note(960, 2400, 65)), new BarRange(2, 2), STEP);

        assertThat(new GapNotes(gap, 0).of(List.of(note(1920, 2160, 70)))).containsExactly(note(1920, 2160, 70));
    }

    @Test
    void whatWasTiedOverTheEndStaysTied() {
        BarGap gap = BarGap.of(
                common(note(0, 1920, 62), note(1920, 4320, 64), note(4320, 5760, 65)), new BarRange(2, 2), STEP);

        assertThat(new GapNotes(gap, 0).of(List.of(note(1920, 2880, 60), note(2880, 3840, 67))))
                .containsExactly(note(1920, 2880, 60), note(2880, 4320, 67));
        assertThat(new GapNotes(gap, 0).of(List.of(note(1920, 2880, 60)))).containsExactly(note(1920, 2880, 60));
    }

    @Test
    void newNotesEndWithTheBars() {
        BarGap gap = BarGap.of(common(note(0, 1920, 62), note(3840, 5760, 65)), new BarRange(2, 2), STEP);

        assertThat(new GapNotes(gap, 0).of(List.of(note(1440, 2400, 60), note(3000, 5000, 67), note(3840, 4000, 69))))
                .containsExactly(note(3000, 3840, 67));
    }

    @Test
    void aNoteIsAsLoudAsTheNearestWhereTheCodingDoesNotTell() {
        Note soft = new Note(0, 1920, 62, 20);
        Note loud = new Note(3840, 1920, 62, 110);
        GapNotes notes = new GapNotes(BarGap.of(common(soft, loud), new BarRange(2, 2), STEP), 0);

        assertThat(notes.of(List.of(note(1920, 2400, 60), note(3000, 3840, 60))))
                .extracting(Note::velocity)
                .containsExactly(20, 110);
        assertThat(notes.of(List.of(note(1920, 2400, 60), new Note(3000, 840, 60, 44))))
                .extracting(Note::velocity)
                .containsExactly(80, 44);
    }
}
