/// Elementary functions of one number. Included once, after Functions.h for one lane.

#define ONE(name) \
    static double scalar_##name(double x) { return name##_1((doubles_1){x})[0]; }
ONE(exp)
ONE(expm1)
ONE(sigmoid)
ONE(tanh)
ONE(log)
ONE(log1p)
#undef ONE

static double polynomial(const double *c, int degree, double x) {
    double sum = c[degree];
    for (int i = degree - 1; i >= 0; i--) sum = __builtin_fma(sum, x, c[i]);
    return sum;
}

/// erf(x) = x + x P(x²) up to 1; from there 1 − erfc(m + h), a polynomial in h for each of four intervals with middle m.
static double scalar_erf(double x) {
    static const double near[] = {
        0x1.06eba8214db69p-3, -0x1.812746b0379e6p-2, 0x1.ce2f21a042b30p-4, -0x1.b82ce31284e00p-6, 0x1.565bcd0dbaa38p-8,
        -0x1.c02db3dac435fp-11, 0x1.f9a321d5b8e1ep-14, -0x1.f4d1e3183f7aep-17, 0x1.b9df224ca4b97p-20, -0x1.5f1ecb6f0764cp-23,
        0x1.f7b4bf3b13964p-27, -0x1.389d4f2641625p-30, 0x1.05ffd737fb32ep-34};
    static const double from1[] = {
        0x1.15aaa8ec85205p-5, -0x1.e723726b824aap-4, 0x1.6d5a95d0a1b7fp-3, -0x1.1c2a02beb6a4ep-3, 0x1.6d5a95d0a1b9ap-5,
        0x1.e723726b65120p-7, -0x1.3ca3d72c48d50p-6, 0x1.36d73a692d053p-8, 0x1.35ae4e3a506c1p-9, -0x1.c0380e362faa7p-10,
        0x1.85b5f31adf4f4p-14, 0x1.0acf49b689f6bp-12, -0x1.45daf1c03c5edp-14, -0x1.2d5ccda7d2cefp-16, 0x1.d8d8db718a3f0p-17,
        -0x1.3122d618518c5p-21, -0x1.9aed5951c72f6p-20, 0x1.2d677be6d86b7p-22, 0x1.b20a125165c54p-24};
    static const double from2[] = {
        0x1.aab859b20acaap-12, -0x1.1d83170fbf6fcp-9, 0x1.64e3dcd3af2d3p-8, -0x1.119da0c46cc88p-7, 0x1.1a89b97cf1214p-7,
        -0x1.90e81283fccadp-8, 0x1.6ecdbf63b4dcep-9, -0x1.1c610bc8e5f86p-11, -0x1.11551b52fb796p-12, 0x1.06717857ad0fap-12,
        -0x1.4a84c20123815p-14, -0x1.58bbca2bba994p-18, 0x1.d88c48f8a82b3p-17, -0x1.3ad68181439ecp-18, -0x1.9f3af4d2b1565p-23,
        0x1.595d63766c65ep-21, -0x1.495bf0556d5dep-23, -0x1.8353e53661806p-26};
    static const double from3[] = {
        0x1.8ef2a9a18d8f5p-21, -0x1.6a597219a93d4p-18, 0x1.3d0e43d6734d9p-16, -0x1.62ccea63cb29ap-15, 0x1.1c07721adce45p-14,
        -0x1.586bafc9b36e3p-14, 0x1.46153fb62cc1cp-14, -0x1.e827fafc968b1p-15, 0x1.1f63056912abap-15, -0x1.013525a7dacb3p-16,
        0x1.3773e12d91261p-18, -0x1.dd8021aae75eap-22, -0x1.dc69f55490dbfp-22, 0x1.43f06e7cae34dp-22, -0x1.8ddc35b8e5308p-24,
        0x1.83eccdb1df23fp-28, 0x1.343ba005050efp-27, -0x1.09106bf9376f0p-28};
    static const double from4[] = {
        0x1.b0c1a7409d0edp-40, -0x1.13af4f0514d62p-36, 0x1.589b23262069dp-34, -0x1.196da0a8ce709p-32, 0x1.516d3ad6d62fep-31,
        -0x1.3c51d0ba83741p-30, 0x1.e2359595a56ffp-30, -0x1.32c7288dc5b40p-29, 0x1.4bce69a6f8a02p-29, -0x1.3506010b9d0b0p-29,
        0x1.f41453f26cca6p-30, -0x1.617977f9274b4p-30, 0x1.b589c7e9bdea1p-31, -0x1.d9d26b3f6c99ap-32, 0x1.be7258cd9d7cap-33,
        -0x1.68112efc1c759p-34, 0x1.e029506c87c31p-36, -0x1.f7aef6dced475p-38, 0x1.635b7d4112c12p-40, 0x1.33d8296fd8977p-43,
        -0x1.15dfcf62feff6p-42, 0x1.3d653ad020efep-44};
    double a = __builtin_fabs(x), value;
    if (a < 1) return __builtin_fma(x, polynomial(near, 12, x * x), x);
    if (a < 2) value = 1 - polynomial(from1, 18, a - 1.5);
    else if (a < 3) value = 1 - polynomial(from2, 17, a - 2.5);
    else if (a < 4) value = 1 - polynomial(from3, 17, a - 3.5);
    else if (a < 6) value = 1 - polynomial(from4, 21, a - 5);
    else value = a != a ? a : 1;
    return __builtin_copysign(value, x);
}

/// The sine of x + `quarters` · π/2, for |x| up to 2²⁰; larger ones lose digits.
static double sine(double x, int64_t quarters) {
    double k = __builtin_fma(x, 0x1.45f306dc9c883p-1, 0x1.8p52) - 0x1.8p52;
    // π/2 in three parts; the step with the first is exact.
    double a = __builtin_fma(-k, 0x1.921fb54442d18p+0, x), r = __builtin_fma(-k, 0x1.1a62633145c07p-54, a);
    double rest = __builtin_fma(-k, 0x1.1a62633145c07p-54, a - r), t = r * r;
    rest = __builtin_fma(k, 0x1.f1976b7ed8fbcp-110, rest);
    static const double s[] = {
        -0x1.5555555555555p-3, 0x1.1111111111110p-7, -0x1.a01a01a019926p-13, 0x1.71de3a545e704p-19,
        -0x1.ae64540f0c1bcp-26, 0x1.61217c18c5ad8p-33, -0x1.ab161790d481ep-41};
    static const double q[] = {
        0x1.5555555555555p-5, -0x1.6c16c16c16960p-10, 0x1.a01a019f4d0f0p-16, -0x1.27e4fa15bdc69p-22,
        0x1.1eeb66b6cb12cp-29, -0x1.907c0e977e8bdp-37};
    int64_t quadrant = (k > -0x1p51 && k < 0x1p51 ? (int64_t)k : 0) + quarters;
    double value;
    if (quadrant & 1) {
        double half = 0.5 * t, w = 1 - half;
        value = w + (((1 - w) - half) + __builtin_fma(t * t, polynomial(q, 5, t), -r * rest));
    } else {
        value = r + __builtin_fma(t * r, polynomial(s, 6, t), rest);
    }
    return quadrant & 2 ? -value : value;
}

static double scalar_sin(double x) { return x == 0 ? x : x - x == 0 ? sine(x, 0) : x - x; }
static double scalar_cos(double x) { return x - x == 0 ? sine(x, 1) : x - x; }
