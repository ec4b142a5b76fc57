package cadenza.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Model;
import cadenza.api.Tensor;
import cadenza.api.UserException;
import cadenza.api.benchmark.NetworkSize;
import cadenza.api.benchmark.UntrainedModels;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomModelsTest {
    private final UntrainedModels models =
            ServiceLoader.load(UntrainedModels.class).findFirst().orElseThrow();

    private Model model(String cell, long seed) {
        return models.model(new NetworkSize(cell, 2, 5, 7), seed);
    }

    @Test
    void theyAreFoundAsAService() {
        assertThat(models).isInstanceOf(RandomModels.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyCellIsThereInTheSizeAskedFor(Cell cell) {
        Model model = model(cell.id(), 1);

        assertThat(model.codec().vocabulary().size()).isEqualTo(7);
        assertThat(NetworkShape.of(model.contents().settings().settings("network")))
                .isEqualTo(new NetworkShape(7, cell, false, 2, 5, 7));
        assertThat(model.start().first()).hasSize(7);
    }

    @Test
    void weightsAreUpToTheRootOfOneOverHidden() {
        float spread = (float) (1 / Math.sqrt(5));
        for (Tensor tensor : model("lstm", 1).contents().tensors().values()) {
            for (float weight : tensor.values()) {
                assertThat(Math.abs(weight)).isLessThanOrEqualTo(spread);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        assertThat(model("gru", 1).contents()).isEqualTo(model("gru", 1).contents());
        assertThat(model("gru", 1).contents()).isNotEqualTo(model("gru", 2).contents());
    }

    @Test
    void anUnknownCellIsRefused() {
        assertThatThrownBy(() -> model("transformer", 1))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'transformer' is not known; one of rnn");
    }
}
