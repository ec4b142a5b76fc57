package cadenza.host.models;

import cadenza.api.Settings;
import cadenza.api.Tensor;
import cadenza.api.UserException;
import cadenza.host.storage.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format (github.com/huggingface/safetensors): eight bytes of header length, a JSON header that names
 * type, shape and place of each tensor, then the numbers, little-endian. Single and half precision are written and read.
 */
final class Safetensors {
    private static final int BLOCK = 1024; // of numbers that are checked together
    private static final int ALIGNMENT = 8;
    private static final int MOST_DIMENSIONS = 8;
    private static final int MOST_HEADER_BYTES = 1 << 20;

    private Safetensors() {}

    static byte[] write(Map<String, Tensor> tensors) {
        return write(tensors, Precision.SINGLE);
    }

    /** @throws UserException if half precision does not hold a number */
    static byte[] write(Map<String, Tensor> tensors, Precision precision) {
        Settings header = Settings.empty();
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            long end = offset + (long) tensor.values().length * precision.bytes();
            List<Long> shape =
                    Arrays.stream(tensor.shape()).asLongStream().boxed().toList();
            header = header.with(
                    entry.getKey(),
                    Settings.empty()
                            .with("dtype", precision.type())
                            .with("shape", shape)
                            .with("data_offsets", List.of(offset, end)));
            offset = end;
        }
        StringBuilder json = new StringBuilder(Json.write(header));
        while (json.toString().getBytes(StandardCharsets.UTF_8).length % ALIGNMENT != 0) {
            json.append(' ');
        }
        byte[] headerBytes = json.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(Long.BYTES + headerBytes.length + offset))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(headerBytes.length).put(headerBytes);
        tensors.forEach((name, tensor) -> {
            float[] values = tensor.values();
            switch (precision) {
                case SINGLE -> buffer.asFloatBuffer().put(values);
                case HALF -> buffer.asShortBuffer().put(halved(name, values));
            }
            buffer.position(buffer.position() + values.length * precision.bytes());
        });
        return buffer.array();
    }

    private static short[] halved(String name, float[] values) {
        short[] halves = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!HalfPrecision.holds(values[i])) {
                throw new UserException("the weights '" + name + "' have the number " + values[i]
                        + ", and 16 bits hold no more than " + HalfPrecision.LARGEST + "; keep 32 bits");
            }
            halves[i] = HalfPrecision.bits(values[i]);
        }
        return halves;
    }

    /** @throws IOException with the fault, if the bytes are not of this format or a number is not finite */
    static Map<String, Tensor> read(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < Long.BYTES) {
            throw new IOException("the weights have no header");
        }
        long headerLength = buffer.getLong();
        if (headerLength < 2 || headerLength > Math.min(MOST_HEADER_BYTES, bytes.length - Long.BYTES)) {
            throw new IOException("the weights' header claims " + headerLength + " of " + bytes.length + " bytes");
        }
        Settings header =
                Json.read(new String(bytes, Long.BYTES, (int) headerLength, StandardCharsets.UTF_8).stripTrailing());
        int data = (int) (Long.BYTES + headerLength);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        long expected = 0;
        for (String name : header.names()) {
            Settings entry = header.settings(name);
            int[] shape = shape(name, entry);
            List<Long> place = entry.numbers("data_offsets");
            long size = size(name, shape);
            Precision precision = entry.text("dtype").equals(Precision.HALF.type()) ? Precision.HALF : Precision.SINGLE;
            long end = expected + size * precision.bytes();
            if (!entry.text("dtype").equals(precision.type())
                    || place.size() != 2
                    || place.get(0) != expected
                    || place.get(1) != end
                    || end > bytes.length - data) {
                throw new IOException("the weights '" + name + "' are not " + size + " numbers of type "
                        + Precision.SINGLE.type() + " or " + Precision.HALF.type() + " at their place in the file");
            }
            buffer.position(data + (int) expected);
            tensors.put(name, new Tensor(shape, numbers(name, buffer, (int) size, precision)));
            expected = end;
        }
        if (expected != bytes.length - data) {
            throw new IOException(
                    "the weights have " + (bytes.length - data) + " bytes where " + expected + " are described");
        }
        return tensors;
    }

    private static float[] numbers(String name, ByteBuffer buffer, int size, Precision precision) throws IOException {
        float[] values = new float[size];
        switch (precision) {
            case SINGLE -> {
                buffer.asFloatBuffer().get(values);
                checkFinite(name, values);
            }
            case HALF -> {
                short[] halves = new short[size];
                buffer.asShortBuffer().get(halves);
                widen(name, halves, values);
            }
        }
        return values;
    }

    private static int[] shape(String name, Settings entry) throws IOException {
        List<Long> sizes = entry.numbers("shape");
        if (sizes.isEmpty()
                || sizes.size() > MOST_DIMENSIONS
                || sizes.stream().anyMatch(size -> size < 1 || size > Integer.MAX_VALUE)) {
            throw new IOException("the weights '" + name + "' have the shape " + sizes);
        }
        return sizes.stream().mapToInt(Long::intValue).toArray();
    }

    private static long size(String name, int[] shape) throws IOException {
        long size = 1;
        for (int length : shape) {
            size *= length;
            if (size > Integer.MAX_VALUE / Float.BYTES) {
                throw new IOException("the weights '" + name + "' claim over 2 GiB");
            }
        }
        return size;
    }

    private static void widen(String name, short[] halves, float[] values) throws IOException {
        // A block at a time, as below.
        for (int from = 0; from < halves.length; from += BLOCK) {
            if (!HalfPrecision.values(halves, values, from, Math.min(halves.length, from + BLOCK))) {
                throw new IOException("the weights '" + name + "' have a number that is not finite");
            }
        }
    }

    private static void checkFinite(String name, float[] values) throws IOException {
        // A block at a time: a method that is called again and again is compiled soon, one long loop is interpreted.
        int rest = values.length % BLOCK;
        boolean finite = finite(values, values.length - rest, values.length);
        for (int from = 0; from < values.length - rest && finite; from += BLOCK) {
            finite = finite(values, from, from + BLOCK);
        }
        if (!finite) {
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    throw new IOException("the weights '" + name + "' have a number that is not finite: " + value);
                }
            }
        }
    }

    /** Whether the sum of 0·x is 0, which it is for finite numbers alone. */
    private static boolean finite(float[] values, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += 0 * values[i];
        }
        return sum == 0;
    }
}
