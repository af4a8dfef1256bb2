/// Elementary functions that give the same bits on every processor: no libm, no fused multiply-add, no table that depends on
/// the vector width. Within 2 ulp of the exact value (sine and cosine for |x| ≤ 2²⁰).
#ifndef LECTERN_ELEMENTARY_H
#define LECTERN_ELEMENTARY_H

double arithmetic_exp(double x);
double arithmetic_expm1(double x);
/// 1 / (1 + e⁻ˣ)
double arithmetic_sigmoid(double x);
double arithmetic_tanh(double x);
double arithmetic_log(double x);
double arithmetic_log1p(double x);
double arithmetic_erf(double x);
double arithmetic_sin(double x);
double arithmetic_cos(double x);
#endif
