package cadenza.training.engine;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A row-major matrix outside the Java heap, where BLAS can reach it. Rows start {@code stride} values apart. For one
 * thread: the pointers that {@link #at} gives are reused.
 */
final class Matrix implements AutoCloseable {
    private static final int CACHE_LINE = 16; // floats

    private final FloatPointer owner;
    private final FloatPointer cursor;
    private final FloatBuffer values;
    private final int stride;

    private Matrix(FloatPointer owner, FloatPointer start, long size, int stride) {
        this.owner = owner;
        this.cursor = new FloatPointer(start).capacity(size);
        this.values = new FloatPointer(start).capacity(size).asBuffer();
        this.stride = stride;
    }

    /** A matrix of zeros whose rows lie one after the other. */
    static Matrix dense(int rows, int columns) {
        return allocate(rows, columns);
    }

    /** A matrix of zeros whose rows are padded, so that equal columns do not meet in the same cache set. */
    static Matrix padded(int rows, int columns) {
        int lines = (columns + CACHE_LINE - 1) / CACHE_LINE;
        return allocate(rows, (lines % 2 == 0 ? lines + 1 : lines) * CACHE_LINE);
    }

    private static Matrix allocate(int rows, int stride) {
        long size = (long) rows * stride;
        FloatPointer owner = new FloatPointer(size + CACHE_LINE);
        Pointer.memset(owner, 0, (size + CACHE_LINE) * Float.BYTES);
        long beyond = owner.address() % (CACHE_LINE * Float.BYTES);
        long skip = beyond == 0 ? 0 : CACHE_LINE - beyond / Float.BYTES;
        return new Matrix(owner, owner.getPointer(skip), size, stride);
    }

    /** The {@code rows * stride} values from an offset on; whoever owns them must keep them. */
    static Matrix view(FloatPointer base, long offset, int rows, int stride) {
        return new Matrix(null, base.getPointer(offset), (long) rows * stride, stride);
    }

    /** The same values with pointers of its own, for another thread; valid while this matrix is open. */
    Matrix forThread() {
        return new Matrix(null, new FloatPointer(cursor).position(0), values.capacity(), stride);
    }

    int stride() {
        return stride;
    }

    /** Where row and column lie, for BLAS; valid until the next call on this matrix. */
    FloatPointer at(int row, int column) {
        return cursor.position((long) row * stride + column);
    }

    /** Copies rows of {@code width} values from {@code source}, where they lie one after the other. */
    void put(int row, int column, float[] source, int rows, int width) {
        if (width == stride) {
            values.put(row * stride, source, 0, rows * width);
            return;
        }
        for (int r = 0; r < rows; r++) {
            values.put((row + r) * stride + column, source, r * width, width);
        }
    }

    /** Copies rows of {@code width} values to {@code target}, one after the other. */
    void get(int row, int column, float[] target, int rows, int width) {
        if (width == stride) {
            values.get(row * stride, target, 0, rows * width);
            return;
        }
        for (int r = 0; r < rows; r++) {
            values.get((row + r) * stride + column, target, r * width, width);
        }
    }

    @Override
    public void close() {
        cursor.close();
        if (owner != null) {
            owner.close();
        }
    }
}
