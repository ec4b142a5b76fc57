package cadenza.host.music;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Soprano", "Flöte 2", "Bläser 🎺 第一", "a & b <c>"})
    void whatCanBeSeenStays(String text) {
        assertThat(PrintableText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                " a  b ",
                "a\nb",
                "a\r\n\tb",
                "a\u001B b",
                "\0a\0\0b\0",
                "a\uD800b",
                "a\u202Eb",
                "a\uFFFFb"
            })
    void whatCannotBeSeenIsABlank(String text) {
        assertThat(PrintableText.of(text)).isEqualTo("a b");
    }

    @Test
    void whatIsTooLongEndsInDots() {
        assertThat(PrintableText.of("abcdefgh", 8)).isEqualTo("abcdefgh");
        assertThat(PrintableText.of("abcdefghi", 8)).isEqualTo("abcde...");
        assertThat(PrintableText.of("🎺🎺🎺🎺🎺", 4)).isEqualTo("🎺...");
    }
}
