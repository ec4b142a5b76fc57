package cadenza.host.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalvedModelsTest {
    @TempDir
    Path folder;

    private static StoredModel of(float... weights) {
        return new StoredModel(
                "text-lstm",
                "1",
                Settings.empty().with("seed", 1),
                new ModelContents(
                        Settings.empty(),
                        Vocabulary.of(List.of("a")),
                        Map.of("layer", new Tensor(new int[] {weights.length}, weights))));
    }

    private float[] read(byte[] bytes) {
        return ModelFile.read(Fixtures.write(folder, bytes)).contents().tensor("layer", 3);
    }

    @Test
    void weightsAreRoundedOnceAndThenStayAsTheyAre() {
        StoredModel model = of(1, 0.1f, -1e-9f);
        byte[] bytes = ModelFile.bytes(model, Optional.empty(), Precision.HALF);
        assertThat(read(bytes)).containsExactly(1, 0.099975586f, -0f);
        StoredModel again = ModelFile.read(Fixtures.write(folder, bytes));
        assertThat(ModelFile.bytes(again, Optional.empty(), Precision.HALF)).isEqualTo(bytes);
    }

    @Test
    void theWeightsTakeHalfTheBytes() {
        StoredModel model = of(new float[100_000]);
        int single = ModelFile.bytes(model).length;
        int half = ModelFile.bytes(model, Optional.empty(), Precision.HALF).length;
        assertThat(single - half).isBetween(199_900, 200_100);
    }

    @Test
    void aHalvedFileKeepsCardAndFingerprintAndSaysSo() {
        StoredModel model = of(1, 0.1f, 3);
        Path file = Fixtures.write(folder, ModelFile.bytes(model, Optional.of(Fixtures.fingerprint())));
        Path halved = Fixtures.write(folder, ModelFile.halved(file));
        assertThat(ModelFile.read(halved).card())
                .isEqualTo(Settings.empty().with("seed", 1).with("weights", "16 bits"));
        assertThat(ModelFile.fingerprint(halved).orElseThrow().toBytes())
                .isEqualTo(Fixtures.fingerprint().toBytes());
        assertThat(ModelFile.halved(halved)).isEqualTo(ModelFile.halved(file));
    }

    /** So that an older Cadenza, which reads formats 1 and 2, says that it must be updated. */
    @Test
    void sixteenBitsAskForTheThirdFormat() {
        byte[] bytes = ModelFile.bytes(of(1, 2, 3), Optional.empty(), Precision.HALF);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .contains("\"format\" : 3")
                .contains("\"F16\"");
        assertThat(new String(ModelFile.bytes(of(1, 2, 3)), StandardCharsets.ISO_8859_1))
                .contains("\"format\" : 1");
    }

    @Test
    void whatSixteenBitsDoNotHoldIsRefused() {
        StoredModel model = of(1, 65520, 3);
        assertThat(Precision.HALF.holds(model.contents())).isFalse();
        assertThat(Precision.SINGLE.holds(model.contents())).isTrue();
        assertThat(Precision.HALF.holds(of(65519, -65519).contents())).isTrue();
        assertThatThrownBy(() -> ModelFile.bytes(model, Optional.empty(), Precision.HALF))
                .isInstanceOf(UserException.class)
                .hasMessage("the weights 'layer' have the number 65520.0, and 16 bits hold no more than 65504.0;"
                        + " keep 32 bits");
    }
}
