package cadenza.host.notation;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Meter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteValueTest {
    private static String split(String meter, long place, long length) {
        return NoteValue.split(place, length, Meter.parse(meter)).stream()
                .map(value -> value.type() + (value.dotted() ? "." : ""))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "4/4, 0, 1920, whole",
        "4/4, 480, 1440, half.",
        "4/4, 480, 960, half",
        "4/4, 0, 720, quarter.",
        "4/4, 120, 360, eighth.",
        "4/4, 120, 240, eighth",
        "4/4, 240, 480, eighth eighth", // across a beat, tied
        "4/4, 720, 480, eighth eighth",
        "4/4, 0, 600, quarter 16th",
        "4/4, 360, 120, 16th",
        "4/4, 90, 30, 64th",
        "3/4, 0, 1440, half.",
        "6/8, 0, 720, quarter.",
        "6/8, 0, 1440, half.",
        "6/8, 480, 480, eighth eighth",
        "12/8, 720, 1440, half.",
        "7/8, 0, 1680, half. eighth",
        "2/2, 0, 960, half",
    })
    void a_length_is_split_so_that_the_beats_are_seen(String meter, long place, long length, String values) {
        assertThat(split(meter, place, length)).isEqualTo(values);
    }

    @Test
    void whatever_the_place_and_length_the_values_add_up() {
        for (String name : new String[] {"4/4", "3/4", "6/8", "9/8", "5/4", "7/8", "2/2", "3/16", "12/16", "1/64"}) {
            Meter meter = Meter.parse(name);
            for (long place = 0; place < meter.ticksPerBar(); place += 30) {
                for (long length = 30; place + length <= meter.ticksPerBar(); length += 30) {
                    assertThat(NoteValue.split(place, length, meter).stream()
                                    .mapToLong(NoteValue::ticks)
                                    .sum())
                            .isEqualTo(length);
                }
            }
        }
    }
}
