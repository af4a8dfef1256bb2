#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma,bmi2"))), apply_to = function)
#define KERNELS arithmetic_kernels_avx2
#define KERNELS_NAME "avx2"
// As many sums of 8 lanes as registers hold.
#define TILE_ROWS 4
#define TILE_PANELS 1
#include "KernelLoops.h"
#pragma clang attribute pop
#endif
