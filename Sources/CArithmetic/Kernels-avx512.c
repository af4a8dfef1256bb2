#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma,bmi2"))), apply_to = function)
#define KERNELS arithmetic_kernels_avx512
#define KERNELS_NAME "avx512"
// Sums of 8 lanes, two of them side by side: half of the registers, and more than wait for one another.
#define TILE_ROWS 8
#define TILE_PANELS 2
#define ESTIMATED_ROOT(x) __builtin_ia32_rsqrt14pd512_mask(x, (doubles_8){}, 255)
#include "KernelLoops.h"
#pragma clang attribute pop
#endif
