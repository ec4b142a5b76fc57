package cadenza.host.models;

import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.host.storage.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The layout that github.com/huggingface/safetensors describes. */
class SafetensorsTest {
    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("weights", new Tensor(new int[] {2, 2}, new float[] {1, 2, 3, 4}));
        tensors.put("b\u00efas", new Tensor(new int[] {3}, new float[] {-1, 0.5f, 0}));
        return tensors;
    }

    @Test
    void theHeaderNamesTypeShapeAndPlace() throws IOException {
        byte[] bytes = Safetensors.write(tensors());
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) buffer.getLong();
        Settings header = Json.read(new String(bytes, 8, length, StandardCharsets.UTF_8));
        assertThat(header.names()).containsExactly("weights", "b\u00efas");
        assertThat(header.settings("weights").text("dtype")).isEqualTo("F32");
        assertThat(header.settings("weights").numbers("shape")).isEqualTo(List.of(2L, 2L));
        assertThat(header.settings("weights").numbers("data_offsets")).isEqualTo(List.of(0L, 16L));
        assertThat(header.settings("b\u00efas").numbers("data_offsets")).isEqualTo(List.of(16L, 28L));
        assertThat(bytes).hasSize(8 + length + 28);
    }

    @Test
    void numbersFollowTheHeaderInLittleEndian() {
        byte[] bytes = Safetensors.write(tensors());
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(8 + (int) buffer.getLong());
        for (float expected : new float[] {1, 2, 3, 4, -1, 0.5f, 0}) {
            assertThat(buffer.getFloat()).isEqualTo(expected);
        }
        assertThat(buffer.hasRemaining()).isFalse();
    }

    @Test
    void numbersBeginAtAMultipleOfEightBytesWhateverTheNames() throws IOException {
        for (int length = 1; length <= 16; length++) {
            Map<String, Tensor> one = Map.of("\u00e9".repeat(length), new Tensor(new int[] {1}, new float[] {7}));
            byte[] bytes = Safetensors.write(one);
            long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
            assertThat(header % 8).isZero();
            assertThat(bytes[8]).isEqualTo((byte) '{');
            assertThat(Safetensors.read(bytes)).isEqualTo(one);
        }
    }

    @Test
    void tensorsAreReadInTheirOrder() throws IOException {
        Map<String, Tensor> read = Safetensors.read(Safetensors.write(tensors()));
        assertThat(read).isEqualTo(tensors());
        assertThat(read.keySet()).containsExactly("weights", "b\u00efas");
    }

    @Test
    void noTensorsAreNoTrouble() throws IOException {
        assertThat(Safetensors.read(Safetensors.write(Map.of()))).isEmpty();
    }
}
