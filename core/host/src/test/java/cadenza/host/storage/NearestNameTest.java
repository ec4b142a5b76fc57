package cadenza.host.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES = List.of("chorales", "shakespeare", "bard", "bart");

    @ParameterizedTest
    @CsvSource({"choral, chorales", "Chorales, chorales", "shakspeer, shakespeare", "barb, bard", "chroales, chorales"})
    void aSlipIsUnderstood(String typed, String meant) {
        assertThat(NearestName.hint(typed, NAMES)).isEqualTo("Did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"xyz", "a-thing-of-its-own"})
    void aNameOfItsOwnGetsNoHint(String typed) {
        assertThat(NearestName.hint(typed, NAMES)).isNull();
    }

    @Test
    void ofNoNamesNoneIsNear() {
        assertThat(NearestName.hint("x", List.of())).isNull();
    }
}
