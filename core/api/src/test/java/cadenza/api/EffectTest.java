package cadenza.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.document.Meter;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EffectTest {
    static Stream<Arguments> effectsThatAreNone() {
        return Stream.of(
                none(() -> new Effect.Write(""), "writes no character"),
                none(() -> new Effect.Begin(Meter.COMMON, -1), "begins at tick -1, which is not in 0..1919"),
                none(() -> new Effect.Begin(Meter.COMMON, 1920), "begins at tick 1920, which is not in 0..1919"),
                none(() -> new Effect.Length(0), "announces bars: 0, which is not 1 or more"),
                none(() -> new Effect.Tempo(0), "sets the tempo 0.0"),
                none(() -> new Effect.Tempo(Double.NaN), "sets the tempo NaN"),
                none(() -> new Effect.Tempo(Double.POSITIVE_INFINITY), "sets the tempo Infinity"),
                none(() -> new Effect.Program(16, 0), "is on channel 16, which is not in 0..15"),
                none(() -> new Effect.Program(0, 128), "gives the program 128, which is not in 0..127"),
                none(() -> new Effect.Sound(-1, 60), "is on channel -1, which is not in 0..15"),
                none(() -> new Effect.Sound(0, 128), "has the pitch 128, which is not in 0..127"),
                none(() -> new Effect.Sound(0, 60, -1), "sounds for ticks: -1, which is not 0 or more"),
                none(() -> new Effect.Prolong(0, 60, 0), "prolongs by ticks: 0, which is not 1 or more"),
                none(() -> new Effect.Silence(16), "is on channel 16, which is not in 0..15"),
                none(() -> new Effect.Advance(0), "advances by ticks: 0, which is not 1 or more"),
                none(() -> new Effect.Advance(-5), "advances by ticks: -5, which is not 1 or more"));
    }

    private static Arguments none(ThrowingCallable effect, String said) {
        return Arguments.of(effect, said);
    }

    @ParameterizedTest(name = "one that {1}")
    @MethodSource("effectsThatAreNone")
    void anEffectOutOfRangeCannotBeMade(ThrowingCallable effect, String said) {
        assertThatThrownBy(effect)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("an effect ")
                .contains(said);
    }

    @Test
    void anEffectWithoutWhatItIsAboutCannotBeMade() {
        assertThatThrownBy(() -> new Effect.Write(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Effect.Begin(null, 0)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Effect.Key(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Effect.Bar(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void theBoundsAreWithin() {
        assertThat(new Effect.Sound(15, 127)).isEqualTo(new Effect.Sound(15, 127, Effect.Sound.UNTIL_NEXT));
        assertThat(new Effect.Begin(new Meter(3, 4), 1439).position()).isEqualTo(1439);
        assertThat(new Effect.Length(Effect.Length.MORE_BARS).bars()).isEqualTo(Integer.MAX_VALUE);
        assertThat(new Effect.Advance(Integer.MAX_VALUE).ticks()).isEqualTo(Integer.MAX_VALUE);
    }
}
