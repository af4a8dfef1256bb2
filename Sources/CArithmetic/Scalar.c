#include "CArithmetic.h"

/// Compiled with the instruction for fused multiply-add where the processor has it.
static const struct arithmetic_functions *functions(void) {
    const struct arithmetic_kernels *fused = arithmetic_kernels_at(1);
    return fused ? &fused->functions : &arithmetic_kernels_at(0)->functions;
}

double arithmetic_exp(double x) { return functions()->exp(x); }
double arithmetic_expm1(double x) { return functions()->expm1(x); }
double arithmetic_sigmoid(double x) { return functions()->sigmoid(x); }
double arithmetic_tanh(double x) { return functions()->tanh(x); }
double arithmetic_log(double x) { return functions()->log(x); }
double arithmetic_log1p(double x) { return functions()->log1p(x); }
double arithmetic_erf(double x) { return functions()->erf(x); }
double arithmetic_sin(double x) { return functions()->sin(x); }
double arithmetic_cos(double x) { return functions()->cos(x); }
