#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma,bmi2"))), apply_to = function)
#define KERNELS arithmetic_kernels_avx512
#define KERNELS_NAME "avx512"
// As many sums of 8 lanes as registers hold.
#define TILE_ROWS 8
#include "KernelLoops.h"
#pragma clang attribute pop
#endif
