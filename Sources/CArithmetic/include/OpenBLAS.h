/// OpenBLAS, loaded when the first large product asks for it.
///
/// Debian's library picks its AVX2 kernel on processors newer than itself; the kernel is chosen by the environment variable
/// OPENBLAS_CORETYPE, which it reads once while it is loaded. So the library is opened at run time, after that variable has
/// been set to what suits the processor. A lesson that multiplies only small matrices never loads it.
#ifndef LECTERN_OPENBLAS_H
#define LECTERN_OPENBLAS_H
#include <stdbool.h>

/// Loads the library once; false when it isn't installed.
bool blas_available(void);

/// The kernel OpenBLAS runs, such as "SkylakeX", or "none".
const char *_Nonnull blas_kernel(void);

/// The most threads OpenBLAS takes: as many as there are processors, or what OPENBLAS_NUM_THREADS says.
int blas_processors(void);

/// How many threads the next products may use.
void blas_set_threads(int count);

/// Row-major C = alpha · op(A) · op(B) + beta · C with op(A) m×k and op(B) k×n. Call only when `blas_available()`.
void blas_multiply(
    bool transposeA, bool transposeB, int m, int n, int k, double alpha, const double *_Nonnull a, int lda,
    const double *_Nonnull b, int ldb, double beta, double *_Nonnull c, int ldc);
#endif
