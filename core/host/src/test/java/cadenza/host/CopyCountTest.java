package cadenza.host;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.document.Text;
import cadenza.host.models.ModelFingerprint;
import cadenza.host.novelty.Fingerprint;
import cadenza.host.novelty.TextFingerprint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyCountTest {
    private static final String TRAINING =
            "It was a bright cold day in the harbour, and the gulls were quarrelling over something silver.";
    private static final ModelFingerprint KNOWN = ModelFingerprint.of(
            TextFingerprint.of(List.of(new Text("training", TRAINING))).map(Fingerprint.class::cast));

    @Test
    void whatIsWrittenIsHeldAgainstTheTrainingText() {
        CopyCount count = new CopyCount(KNOWN, "");
        count.accept("He said: ");
        TRAINING.substring(0, 40).chars().forEach(letter -> count.accept(Character.toString(letter)));
        count.accept("!");
        assertThat(count.finish().orElseThrow().longest()).isEqualTo(40);
    }

    @Test
    void thePrimeIsNotWhatTheModelCopied() {
        String prime = TRAINING.substring(0, 50);
        CopyCount count = new CopyCount(KNOWN, prime);
        count.accept(prime);
        count.accept(TRAINING.substring(50, 72) + "?");
        assertThat(count.finish().orElseThrow().longest()).isEqualTo(22);
        assertThat(count.finish().orElseThrow().characters()).isEqualTo(23);
    }

    @Test
    void whatEndsWithinThePrimeIsNotWhatTheModelCopied() {
        String prime = TRAINING.substring(0, 50) + "? ";
        CopyCount count = new CopyCount(KNOWN, prime);
        count.accept(prime);
        count.accept(TRAINING.substring(50, 72) + "?");
        assertThat(count.finish().orElseThrow().longest()).isEqualTo(22);
        assertThat(count.finish().orElseThrow().inLongRuns()).isZero();
    }

    @Test
    void aModelWithoutAFingerprintTellsNothing() {
        CopyCount count = new CopyCount(ModelFingerprint.of(Optional.empty()), "");
        count.accept(TRAINING);
        assertThat(count.finish()).isEmpty();
    }
}
