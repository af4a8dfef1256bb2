/// Elementary functions that give the same bits on every processor: no function of libm but fma, which has one right answer, and
/// no table that depends on the vector width. The largest errors
/// measured by Tests/References/elementary.py, in ulp: exp 0.63, expm1 1.04, sigmoid 1.45, tanh 1.61, log 0.75, log1p 0.74,
/// erf 1.02, and for |x| ≤ 2²⁰ sin 0.75 and cos 0.77.
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

/// The same functions, compiled for one kind of processor.
struct arithmetic_functions {
    double (*_Nonnull exp)(double), (*_Nonnull expm1)(double), (*_Nonnull sigmoid)(double), (*_Nonnull tanh)(double);
    double (*_Nonnull log)(double), (*_Nonnull log1p)(double), (*_Nonnull erf)(double), (*_Nonnull sin)(double);
    double (*_Nonnull cos)(double);
};
#endif
