package cadenza.host.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Effect;
import cadenza.api.document.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayheadTest {
    private static Playhead after(Effect... effects) {
        Playhead playhead = new Playhead();
        List.of(effects).forEach(playhead::accept);
        return playhead;
    }

    private static Effect.Begin begin(int beats, int unit, int position) {
        return new Effect.Begin(new Meter(beats, unit), position);
    }

    @Test
    void beginsOnTheFirstBarLineOfFourQuarters() {
        Playhead playhead = new Playhead();
        assertThat(playhead.meter()).isEqualTo(Meter.COMMON);
        assertThat(playhead.meterNamed()).isFalse();
        assertThat(playhead.barNumber()).isEqualTo(1);
        assertThat(playhead.ticksTo(2)).isEqualTo(2 * 1920);
    }

    @Test
    void countsBars() {
        Playhead playhead = after(begin(3, 4, 0), new Effect.Advance(1440), new Effect.Advance(1920));
        assertThat(playhead.tick()).isEqualTo(3360);
        assertThat(playhead.fullBars()).isEqualTo(2);
        assertThat(playhead.tickInBar()).isEqualTo(480);
        assertThat(playhead.ticksTo(3)).isEqualTo(960);
    }

    @Test
    void anUpbeatIsNoFullBar() {
        Playhead playhead = after(begin(4, 4, 1440));
        assertThat(playhead.barNumber()).isZero();
        assertThat(playhead.ticksTo(1)).isEqualTo(480 + 1920);
        playhead.accept(new Effect.Advance(480));
        assertThat(playhead.barNumber()).isEqualTo(1);
        assertThat(playhead.fullBars()).isZero();
        assertThat(playhead.tick()).isEqualTo(1920);
    }

    @Test
    void theMeterMayChangeFromBarToBar() {
        Playhead playhead = after(
                new Effect.Bar(new Meter(4, 4)),
                new Effect.Advance(1920),
                new Effect.Bar(new Meter(3, 4)),
                new Effect.Advance(1440),
                new Effect.Bar(new Meter(7, 8)));
        assertThat(playhead.fullBars()).isEqualTo(2);
        assertThat(playhead.tick()).isEqualTo(3360);
        assertThat(playhead.ticksTo(3)).isEqualTo(1680);
    }

    @Test
    void aBarThatIsCutShortIsABar() {
        Playhead playhead =
                after(new Effect.Bar(new Meter(4, 4)), new Effect.Advance(480), new Effect.Bar(new Meter(3, 4)));
        assertThat(playhead.fullBars()).isEqualTo(1);
        assertThat(playhead.tickInBar()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "4/4, 480, true", "4/4, 240, false", "6/8, 720, true", "6/8, 480, false", "6/8, 240, false", "3/8, 240, true",
        "7/8, 240, true", "7/8, 120, false", "2/2, 480, false", "2/2, 960, true", "12/8, 1440, true", "3/4, 960, true",
    })
    void beatsAreTheMetersUnitsOrThreeOfThemInACompoundMeter(String meter, int ticks, boolean beat) {
        Playhead playhead = after(new Effect.Begin(Meter.parse(meter), 0), new Effect.Advance(ticks));
        assertThat(playhead.onBeat()).isEqualTo(beat);
    }

    @Test
    void aLineSoundsUntilItsNextNoteOrItsSilence() {
        Playhead playhead = after(new Effect.Sound(2, 60), new Effect.Advance(480));
        assertThat(playhead.sounding(2)).containsExactly(60);
        playhead.accept(new Effect.Sound(2, 64));
        assertThat(playhead.sounding(2)).containsExactly(64);
        assertThat(playhead.sounding(1)).isEmpty();
        playhead.accept(new Effect.Silence(2));
        assertThat(playhead.sounding(2)).isEmpty();
    }

    @Test
    void aNoteOfKnownLengthSoundsSoLong() {
        Playhead playhead = after(new Effect.Sound(0, 67, 960), new Effect.Sound(0, 60, 480), new Effect.Advance(479));
        assertThat(playhead.sounding(0)).containsExactly(60, 67);
        playhead.accept(new Effect.Advance(1));
        assertThat(playhead.sounding(0)).containsExactly(67);
        playhead.accept(new Effect.Prolong(0, 60, 1));
        assertThat(playhead.sounding(0)).containsExactly(60, 67);
        playhead.accept(new Effect.Silence(0));
        assertThat(playhead.sounding(0)).isEmpty();
    }

    @Test
    void silenceIsCountedFromTheLastNotesEnd() {
        Playhead playhead = after(new Effect.Advance(480));
        assertThat(playhead.silenceAfter(0)).isEqualTo(480);
        playhead.accept(new Effect.Sound(0, 60, 960));
        assertThat(playhead.silenceAfter(960)).isZero();
        assertThat(playhead.silenceAfter(1200)).isEqualTo(240);
        playhead.accept(new Effect.Sound(1, 60));
        assertThat(playhead.silenceAfter(9999)).isZero();
        playhead.accept(new Effect.Advance(1920));
        playhead.accept(new Effect.Silence(1));
        assertThat(playhead.silenceAfter(240)).isEqualTo(240);
    }

    @Test
    void aSilencedNoteEndsThere() {
        Playhead playhead = after(new Effect.Sound(0, 60, 1920), new Effect.Advance(480), new Effect.Silence(0));
        assertThat(playhead.silenceAfter(480)).isEqualTo(480);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        Playhead playhead = after(begin(4, 4, 0), new Effect.Sound(0, 60, 960), new Effect.Sound(1, 48));
        Playhead copy = playhead.copy();
        copy.accept(new Effect.Silence(0));
        copy.accept(new Effect.Silence(1));
        copy.accept(new Effect.Advance(1920));
        assertThat(playhead.sounding(0)).containsExactly(60);
        assertThat(playhead.sounding(1)).containsExactly(48);
        assertThat(playhead.tick()).isZero();
        assertThat(copy.fullBars()).isEqualTo(1);
        assertThat(copy.silenceAfter(0)).isEqualTo(1920);
    }
}
