#define KERNELS arithmetic_kernels_baseline
#define KERNELS_NAME "baseline"
#define TILE_ROWS 2
#define TILE_PANELS 1
#include "KernelLoops.h"

#if defined(__x86_64__)
extern const struct arithmetic_kernels arithmetic_kernels_avx2, arithmetic_kernels_avx512;
#endif

const struct arithmetic_kernels *arithmetic_kernels_at(int level) {
#if defined(__x86_64__)
    // `__builtin_cpu_supports` also asks whether the operating system saves the wide registers.
    if (level == 1)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2")
            ? &arithmetic_kernels_avx2
            : NULL;
    if (level == 2)
        return arithmetic_kernels_at(1) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
                && __builtin_cpu_supports("avx512vl")
            ? &arithmetic_kernels_avx512
            : NULL;
#endif
    return level == 0 ? &KERNELS : NULL;
}

const struct arithmetic_kernels *arithmetic_best_kernels(void) {
    for (int level = 2; level > 0; level--) {
        const struct arithmetic_kernels *kernels = arithmetic_kernels_at(level);
        if (kernels) return kernels;
    }
    return &KERNELS;
}

int arithmetic_fuses(void) {
#if defined(__x86_64__)
    return arithmetic_kernels_at(1) != NULL;
#elif defined(__FP_FAST_FMA)
    return 1;
#else
    return 0;
#endif
}
