package cadenza.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelContentsTest {
    private static final Tensor MATRIX = new Tensor(new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6});

    private static ModelContents contents() {
        return new ModelContents(Settings.empty(), Vocabulary.of(List.of("a")), Map.of("matrix", MATRIX));
    }

    @Test
    void aTensorIsGivenInItsShapeAlone() {
        assertThat(contents().tensor("matrix", 2, 3)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThatThrownBy(() -> contents().tensor("matrix", 3, 2))
                .isInstanceOf(UserException.class)
                .hasMessage("the tensor 'matrix' has the shape [2, 3], not [3, 2]");
        assertThatThrownBy(() -> contents().tensor("bias", 3))
                .isInstanceOf(UserException.class)
                .hasMessage("the weights lack the tensor 'bias'");
    }

    @Test
    void aTensorHoldsWhatItsShapeSays() {
        for (int[] shape : new int[][] {{5}, {7}, {2, 2}, {0}, {-1, -6}, {}}) {
            assertThatThrownBy(() -> new Tensor(shape, new float[6])).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Tensor(new int[] {1 << 30, 1 << 30, 1 << 30}, new float[0]))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void tensorsAreEqualByContent() {
        Tensor same = new Tensor(new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6});
        assertThat(same).isEqualTo(MATRIX).hasSameHashCodeAs(MATRIX);
        assertThat(new Tensor(new int[] {3, 2}, MATRIX.values())).isNotEqualTo(MATRIX);
        assertThat(new Tensor(new int[] {2, 3}, new float[6])).isNotEqualTo(MATRIX);
    }

    @Test
    void theVocabularyHasTheUnknownTokenFirst() {
        Vocabulary vocabulary = Vocabulary.of(List.of("b", "a"));
        assertThat(vocabulary.symbols()).containsExactly("<UNK>", "b", "a");
        assertThat(vocabulary.id("a")).isEqualTo(2);
        assertThat(vocabulary.id("c")).isEqualTo(Vocabulary.UNKNOWN);
        assertThat(vocabulary.symbol(1)).isEqualTo("b");
        assertThat(vocabulary)
                .isEqualTo(Vocabulary.of(List.of("b", "a")))
                .isNotEqualTo(Vocabulary.of(List.of("a", "b")));
    }

    @Test
    void aSymbolMayNotOccurTwice() {
        assertThatThrownBy(() -> Vocabulary.of(List.of("a", "b", "a"))).hasMessageContaining("'a' occurs twice");
        assertThatThrownBy(() -> Vocabulary.of(List.of("<UNK>"))).hasMessageContaining("'<UNK>' occurs twice");
    }
}
