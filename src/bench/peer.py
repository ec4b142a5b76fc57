"""A peer of Cadenza's benchmark: works when it is told to, and sleeps while others are measured.

It says "ready" once. Told "run SECONDS" on stdin, it works for so long, in whole steps, and answers
"TOKENS SECONDS". It ends with its stdin.
"""
import glob
import os
import sys
import time


def choose_blas(threads):
    """Gives PyTorch its best matrix products; to be called before torch is imported.

    Where Debian's libopenblas0-openmp is installed, Debian's PyTorch takes it rather than the reference BLAS, which is
    30 times slower. Its OpenBLAS (0.3.21) takes some newer processors for old ones: where the processor has AVX-512, the
    kernels for that are named. What the environment says already, it says for all contestants, and it stays.
    """
    wanted = {"OMP_NUM_THREADS": str(threads)}
    folders = sorted(glob.glob("/usr/lib/*/openblas-openmp"))
    if folders:
        before = os.environ.get("LD_LIBRARY_PATH", "").split(":")
        wanted["LD_LIBRARY_PATH"] = ":".join(folders + [path for path in before if path and path not in folders])
    if "OPENBLAS_CORETYPE" not in os.environ and has_avx512():
        wanted["OPENBLAS_CORETYPE"] = "SkylakeX"
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        # The dynamic linker reads its path once, when a process begins.
        os.environ.update(wanted)
        os.execv(sys.executable, [sys.executable, "-B"] + sys.argv)


def has_avx512():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as cpuinfo:
            return "avx512f" in cpuinfo.read()
    except OSError:
        return False


def serve(step):
    """Does as it is told. step() works once and returns the number of tokens done."""
    step()
    print("ready", flush=True)
    for line in sys.stdin:
        seconds = float(line.split()[1])
        began = time.perf_counter()
        tokens = 0
        while True:
            tokens += step()
            took = time.perf_counter() - began
            if took >= seconds:
                break
        print(tokens, took, flush=True)
