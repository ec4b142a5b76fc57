package cadenza.host.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pf4j.DefaultVersionManager;

class ApiRequirementTest {
    private static ApiRequirement requirement(String range) {
        return new ApiRequirement(range, new DefaultVersionManager());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "0.4.2", ">=0.1.0", ">=0.1.0 & <0.5.0", "0.4.x", "~0.4", "^0.4.0", "<0.1 | >0.3"})
    void aRangeThatHoldsTheApiRefusesNothing(String range) {
        assertThat(requirement(range).refusal("0.4.2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ">=0.5.0, update Cadenza",
        ">0.4.2, update Cadenza",
        "1.x, update Cadenza",
        "~1.2, update Cadenza",
        "0.4.3, update Cadenza",
        ">=0.5.0 & <0.6.0, update Cadenza",
        "<0.1 | >=2.0.0, update Cadenza",
        "<0.4, update the plugin",
        "<0.4.2, update the plugin",
        "<=0.3.9, update the plugin",
        "0.3.x, update the plugin",
        "^0.3.0, update the plugin",
        ">=0.1.0 & <0.2.0, update the plugin",
        "'>2.0.0 & <1.0.0', 'no version fits that, its author must put it right'"
    })
    void aRangeThatDoesNotSaysWhichSideToUpdate(String range, String advice) {
        assertThat(requirement(range).refusal("0.4.2"))
                .contains("it requires the API " + range + ", and this Cadenza has 0.4.2; " + advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", ">=", "0.1.0.0.0", ">= one", "0,1", "999999999999999999999.0.0"})
    void whatIsNoRangeIsToldToItsAuthor(String range) {
        assertThat(requirement(range).refusal("0.4.2")).hasValueSatisfying(refusal -> assertThat(refusal)
                .startsWith("its Plugin-Requires '" + range + "' is not a range of versions such as"));
    }

    @Test
    void aPluginThatRequiresNothingIsNotRefused() {
        assertThat(requirement("").refusal("0.4.2")).isEmpty();
        assertThat(requirement(null).refusal("0.4.2")).isEmpty();
    }
}
