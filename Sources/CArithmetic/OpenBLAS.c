#include "OpenBLAS.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

enum { row_major = 101, no_transpose = 111, transpose = 112 };
typedef void (*dgemm_function)(
    int, int, int, int, int, int, double, const double *, int, const double *, int, double, double *, int);

static dgemm_function dgemm;
static void (*set_threads)(int);
static int processors = 1;
static char *(*core_name)(void);
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
#if defined(__x86_64__)
    // `__builtin_cpu_supports` also asks the operating system whether it saves the wide registers.
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        setenv("OPENBLAS_CORETYPE", "SkylakeX", 0);
#endif
    const char *names[] = {"libopenblas.so.0", "libopenblas.so", "libopenblas.dylib"};
    for (int i = 0; i < 3; i++) {
        void *library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        if (!library) continue;
        dgemm = (dgemm_function)dlsym(library, "cblas_dgemm");
        set_threads = (void (*)(int))dlsym(library, "openblas_set_num_threads");
        core_name = (char *(*)(void))dlsym(library, "openblas_get_corename");
        int (*threads)(void) = (int (*)(void))dlsym(library, "openblas_get_num_threads");
        if (threads) processors = threads();
        if (dgemm) return;
    }
}

bool blas_available(void) {
    pthread_once(&once, load);
    return dgemm != NULL;
}

const char *blas_kernel(void) { return blas_available() && core_name ? core_name() : "none"; }

int blas_processors(void) { return blas_available() ? processors : 1; }

void blas_set_threads(int count) {
    if (blas_available() && set_threads) set_threads(count);
}

void blas_multiply(
    bool transposeA, bool transposeB, int m, int n, int k, double alpha, const double *a, int lda, const double *b, int ldb,
    double beta, double *c, int ldc) {
    dgemm(row_major, transposeA ? transpose : no_transpose, transposeB ? transpose : no_transpose, m, n, k, alpha, a, lda, b,
          ldb, beta, c, ldc);
}
