package cadenza.training.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** Matrix products of OpenBLAS, each on the calling thread. */
final class Blas {
    private Blas() {}

    /** Makes every product run on the thread that asks for it; the engine brings its own threads. */
    static void useCallingThread() {
        openblas.blas_set_num_threads(1);
    }

    /** {@code c = a·b + beta·c}, a of {@code [m][k]}, b of {@code [k][n]}, c of {@code [m][n]}. */
    static void multiply(
            int m,
            int n,
            int k,
            FloatPointer a,
            int aStride,
            FloatPointer b,
            int bStride,
            float beta,
            FloatPointer c,
            int cStride) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1f, a, aStride, b, bStride, beta, c, cStride);
    }

    /** {@code c = a·bᵀ}, a of {@code [m][k]}, b of {@code [n][k]}, c of {@code [m][n]}. */
    static void multiplyTransposed(
            int m,
            int n,
            int k,
            FloatPointer a,
            int aStride,
            FloatPointer b,
            int bStride,
            FloatPointer c,
            int cStride) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1f, a, aStride, b, bStride, 0f, c, cStride);
    }
}
