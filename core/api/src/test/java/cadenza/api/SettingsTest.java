package cadenza.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static final Settings ALL = Settings.empty()
            .with("text", "words")
            .with("whole", 7)
            .with("long", 1L << 40)
            .with("decimal", 0.5)
            .with("flag", true)
            .with("texts", List.of("a", "b"))
            .with("numbers", List.of(1, 2L))
            .with("mixed", List.of("a", 1))
            .with("object", Settings.empty().with("inner", 1));

    @Test
    void aValueIsGivenInItsType() {
        assertThat(ALL.text("text")).isEqualTo("words");
        assertThat(ALL.integer("whole", 7, 7)).isEqualTo(7);
        assertThat(ALL.number("long")).isEqualTo(1L << 40);
        assertThat(ALL.decimal("decimal", 0.5, 0.5)).isEqualTo(0.5);
        assertThat(ALL.decimal("whole", 0, 10)).isEqualTo(7);
        assertThat(ALL.flag("flag")).isTrue();
        assertThat(ALL.texts("texts")).containsExactly("a", "b");
        assertThat(ALL.numbers("numbers")).containsExactly(1L, 2L);
        assertThat(ALL.settings("object").number("inner")).isEqualTo(1);
    }

    static Stream<Arguments> badAccess() {
        return Stream.of(
                bad(s -> s.text("nothing"), "setting 'nothing' is missing"),
                bad(s -> s.text("whole"), "setting 'whole' is not a text: 7"),
                bad(s -> s.integer("text", 0, 9), "setting 'text' is not a whole number: words"),
                bad(s -> s.integer("decimal", 0, 9), "setting 'decimal' is not a whole number: 0.5"),
                bad(s -> s.integer("whole", 8, 9), "setting 'whole' is 7, not in 8..9"),
                bad(s -> s.integer("whole", 0, 6), "setting 'whole' is 7, not in 0..6"),
                bad(
                        s -> s.integer("long", 0, Integer.MAX_VALUE),
                        "setting 'long' is 1099511627776, not in 0..2147483647"),
                bad(s -> s.number("flag"), "setting 'flag' is not a whole number: true"),
                bad(s -> s.decimal("decimal", 0.6, 1), "setting 'decimal' is 0.5, not in 0.6..1.0"),
                bad(s -> s.decimal("decimal", 0, 0.4), "setting 'decimal' is 0.5, not in 0.0..0.4"),
                bad(s -> s.decimal("flag", 0, 1), "setting 'flag' is not a number: true"),
                bad(s -> s.flag("text"), "setting 'text' is not true or false: words"),
                bad(s -> s.settings("text"), "setting 'text' is not an object: words"),
                bad(s -> s.texts("text"), "setting 'text' is not a list of texts: words"),
                bad(s -> s.texts("mixed"), "setting 'mixed' is not a list of texts: it has 1"),
                bad(s -> s.numbers("mixed"), "setting 'mixed' is not a list of whole numbers: it has a"));
    }

    private static Arguments bad(Function<Settings, Object> access, String said) {
        return Arguments.of(access, said);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badAccess")
    void aValueOfAnotherTypeOrRangeIsTheUsersFault(Function<Settings, Object> access, String said) {
        assertThatThrownBy(() -> access.apply(ALL))
                .isInstanceOf(UserException.class)
                .hasMessage(said);
    }

    @Test
    void onlyClosedTypesAreTaken() {
        List<Object> holed = new ArrayList<>();
        holed.add(null);
        for (Object bad : new Object[] {
            null,
            'c',
            new int[0],
            Map.of(),
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Float.NaN,
            List.of(new Object()),
            holed
        }) {
            assertThatThrownBy(() -> Settings.empty().with("bad", bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'bad'");
        }
    }

    @Test
    void smallNumbersAreKeptAsTheLargeOnes() {
        assertThat(Settings.empty().with("a", 1).value("a")).isEqualTo(1L);
        assertThat(Settings.empty().with("a", 0.5f).value("a")).isEqualTo(0.5);
    }

    @Test
    void aCopyLeavesTheOriginalAsItIs() {
        Settings one = Settings.empty().with("a", 1);
        Settings two = one.with("b", 2).with("a", 3);
        assertThat(one).isEqualTo(Settings.empty().with("a", 1));
        assertThat(two.names()).containsExactly("a", "b");
        assertThat(two.number("a")).isEqualTo(3);
        assertThat(one.has("b")).isFalse();
        List<Object> list = new ArrayList<>(List.of("x"));
        Settings withList = one.with("list", list);
        list.add("y");
        assertThat(withList.texts("list")).containsExactly("x");
    }

    @Test
    void aMapIsTakenWhole() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", "x");
        Settings settings = Settings.of(map);
        map.put("c", 2);
        assertThat(settings.names()).containsExactly("b", "a");
        assertThat(settings).isEqualTo(Settings.empty().with("b", 1).with("a", "x"));
        assertThatThrownBy(() -> Settings.of(Map.of("bad", 'c'))).isInstanceOf(IllegalArgumentException.class);
    }
}
