package cadenza.host.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.ModelContents;
import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.TrainingCheckpoint;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCheckpointTest {
    private static final ModelContents BEST = new ModelContents(
            Settings.empty().with("hidden", 2),
            Vocabulary.of(List.of("a", "b")),
            Map.of("weights", new Tensor(new int[] {2}, new float[] {1, -2})));
    private static final StoredCheckpoint CHECKPOINT = new StoredCheckpoint(
            "text-lstm",
            "0.1.0",
            Settings.empty().with("arguments", List.of("a b.txt", "--epochs", "3")),
            new TrainingCheckpoint(
                    BEST,
                    Settings.empty().with("epoch", 2),
                    Map.of("weights", new Tensor(new int[] {2}, new float[] {3, 4}))));

    @TempDir
    private Path folder;

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        Path file = Files.write(folder.resolve("mine.checkpoint"), CHECKPOINT.bytes());

        assertThat(StoredCheckpoint.read(file)).isEqualTo(CHECKPOINT);
    }

    @Test
    void aModelIsNoCheckpoint() throws IOException {
        Path file = Files.write(
                folder.resolve("mine.checkpoint"),
                ModelFile.bytes(new StoredModel("text-lstm", "0.1.0", Settings.empty(), BEST)));

        assertThatThrownBy(() -> StoredCheckpoint.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is a model, and no checkpoint");
    }

    @Test
    void oneThatWasCutShortIsRefused() throws IOException {
        byte[] bytes = CHECKPOINT.bytes();
        Path file = Files.write(folder.resolve("mine.checkpoint"), Arrays.copyOf(bytes, bytes.length - 100));

        assertThatThrownBy(() -> StoredCheckpoint.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("mine.checkpoint");
    }
}
