/// exp, expm1, tanh, sigmoid, log and log1p for N lanes, without a library: included after Lanes.h, once for each N.
///
/// Coefficients are Chebyshev interpolations made by Tests/References/elementary.py, which also holds the results against
/// 60-digit values: see Elementary.h.

/// eˣ = 2ᵏ (1 + r + r² q + lost) with r = x − k c, |r| ≤ ½ ln 2 and q = ½ + …; as ln 2 is c + c′, lost = −k c′ eʳ.
///
/// For |x| < 2⁵⁰. The polynomial is split so that few of its operations wait for each other; all else is known before q is.
struct F(reduced) {
    vl k;
    vd r, lost, r2, q;
};

INLINE struct F(reduced) F(reduced)(vd x) {
    struct F(reduced) e;
    const double shift = 0x1.8p52;
    vd shifted = F(fused)(x, F(all)(0x1.71547652b82fep+0), F(all)(shift)), n = shifted - shift;
    e.k = (vl)shifted - (vl)F(all)(shift);
    // Exact: both numbers are multiples of 2⁻⁵⁴, and so is r, which is small.
    vd r = F(fused)(-n, F(all)(0x1.62e42fefa39efp-1), x);
    vd r2 = r * r, r4 = r2 * r2;
    vd q01 = F(fused)(r, F(all)(0x1.5555555555557p-3), F(all)(0x1.0000000000000p-1));
    vd q23 = F(fused)(r, F(all)(0x1.11111111100bep-7), F(all)(0x1.5555555555556p-5));
    vd q45 = F(fused)(r, F(all)(0x1.a01a01abf85abp-13), F(all)(0x1.6c16c16c162c3p-10));
    vd q67 = F(fused)(r, F(all)(0x1.71de01fdbf9cap-19), F(all)(0x1.a01a01a6e1e2ap-16));
    vd q89 = F(fused)(r, F(all)(0x1.af4e554377204p-26), F(all)(0x1.27e4db46cddd1p-22));
    vd low = F(fused)(r2, q23, q01), middle = F(fused)(r2, q67, q45);
    vd high = F(fused)(r4, F(fused)(r2, F(all)(0x1.1f7340dbc337ep-29), q89), middle);
    e.r = r;
    // k c′ is so small that four terms of eʳ do.
    e.lost = n * -0x1.abc9e3b39803fp-56 * F(fused)(r2, F(fused)(r, F(all)(0x1.5555555555555p-3), F(all)(0.5)), 1.0 + r);
    e.r2 = r2;
    e.q = F(fused)(r4, high, low);
    return e;
}

/// 1 + r + r² q + lost, with what 1 + r loses given back.
INLINE vd F(mantissa)(struct F(reduced) e) {
    vd one = 1.0 + e.r;
    return one + F(fused)(e.r2, e.q, ((1.0 - one) + e.r) + e.lost);
}

/// 2ᵏ for k from −1022 to 1023.
INLINE vd F(power2)(vl k) { return (vd)((k + 1023) << 52); }

/// m · 2ᵏ rounded once, down to subnormal numbers, for k from −1100 to 1100.
INLINE vd F(scaled)(vd m, vl k) {
    vl half = (vl)((F(unsigned))(k + 2048) >> 1) - 1024;
    return m * F(power2)(half) * F(power2)(k - half);
}

/// eˣ; ∞ above 709.78, subnormal below −708.4, 0 below −745.13.
INLINE vd F(exp)(vd x) {
    // In the usual range the result is a normal number, whose exponent takes k at once.
    if (!F(any)(~(F(magnitude)(x) <= 700.0))) {
        struct F(reduced) e = F(reduced)(x);
        return (vd)((vl)F(mantissa)(e) + (e.k << 52));
    }
    x = F(select)(x > 710.0, F(all)(710), x);
    x = F(select)(x < -746.0, F(all)(-746), x);
    struct F(reduced) e = F(reduced)(x);
    return F(scaled)(F(mantissa)(e), e.k);
}

/// eˣ − 1, accurate near 0 too.
INLINE vd F(expm1)(vd x) {
    vd clamped = F(select)(x > 710.0, F(all)(710), x);
    clamped = F(select)(x < -40.0, F(all)(-40), clamped);
    struct F(reduced) e = F(reduced)(clamped);
    vd tail = F(fused)(e.r2, e.q, e.lost);
    // Halved, so that 2ᵏ fits even for k = 1024.
    vd half = F(power2)(e.k - 1), result = F(fused)(half, tail, F(fused)(half, e.r, half - 0.5)) * 2.0;
    return F(select)(e.k == 0, e.r + tail, result);
}

/// 1 / (1 + e⁻ˣ), from e = e^−|x| so that nothing overflows and the left tail keeps its digits: q = e / (1 + e) below 0, and
/// e − e q below −1.
INLINE vd F(sigmoid)(vd x) {
    vd left = (vd)((vl)x | INT64_MIN), e, below;
    if (!F(any)(~(left >= -700.0))) {
        struct F(reduced) parts = F(reduced)(left);
        vd m = F(mantissa)(parts);
        e = (vd)((vl)m + (parts.k << 52));
        // The same as 1 + e, a little sooner.
        below = F(fused)(F(power2)(parts.k), m, F(all)(1));
    } else {
        e = F(exp)(left);
        below = 1.0 + e;
    }
    vl far = x < -1.0;
    vd q = F(select)(x < 0.0, e, F(all)(1)) / below;
    return F(fused)(F(select)(far, -e, F(all)(1)), q, F(select)(far, e, (vd){}));
}

/// tanh x = E / (E + 2) with E = e^2|x| − 1, and the sign of x. Both numbers are rounded, so a part known exactly goes first:
/// |x| + (tail − |x| E) / (E + 2) with E = 2|x| + tail for |x| < ¼ ln 2, then ¼ + (¾ E − ½) / (E + 2), and 1 − 2 / (E + 2) from 0.55.
INLINE vd F(tanh)(vd x) {
    vd a = F(magnitude)(x);
    a = F(select)(a > 20.0, F(all)(20), a);
    struct F(reduced) e = F(reduced)(a + a);
    vd s = F(power2)(e.k), tail = F(fused)(e.r2, e.q, e.lost);
    vl small = e.k == 0, large = a > 0.55;
    // Above stands factor · tail + rest.
    vd factor = 0.75 * s, rest = F(fused)(factor, e.r, factor - 1.25);
    factor = F(select)(small, 1.0 - a, F(select)(large, (vd){}, factor));
    rest = F(select)(small, -a * e.r, F(select)(large, F(all)(-2), rest));
    vd first = F(select)(small, a, F(select)(large, F(all)(1), F(all)(0.25)));
    vd t = first + F(fused)(factor, tail, rest) / F(fused)(s, tail, F(fused)(s, e.r, s + 1.0));
    return (vd)((vl)t | ((vl)x & INT64_MIN));
}

/// ln(x) − correction · (1 / x): the correction is 0 for ln and what 1 + x lost in rounding for log1p. x is positive, finite.
INLINE vd F(log_positive)(vd x, vd correction) {
    vl tiny = x < 0x1p-1022;
    vd y = F(select)(tiny, x * 0x1p54, x);
    // x = 2ᵏ m with m from √½ to √2.
    vl top = (vl)y + (0x3ff0000000000000 - 0x3fe6a09e667f3bcd);
    vl exponent = (vl)((F(unsigned))top >> 52) - 1023;
    vd m = (vd)((top & 0x000fffffffffffff) + 0x3fe6a09e667f3bcd);
    exponent = exponent - (tiny & 54);
    // An integer of few bits becomes a number by way of the lowest bits of 1.5 · 2⁵².
    vd k = (vd)(exponent + (vl)F(all)(0x1.8p52)) - 0x1.8p52;
    vd f = m - 1.0, s = f / (2.0 + f), z = s * s, w = z * z, half = 0.5 * f * f;
    vd odd = F(fused)(w, F(all)(0x1.2b5f68a50d903p-3), F(all)(0x1.7462b91b8df65p-3));
    odd = F(fused)(w, F(fused)(w, odd, F(all)(0x1.2492492dfd86cp-2)), F(all)(0x1.5555555555558p-1));
    vd even = F(fused)(w, F(all)(0x1.39fdcceb4bb45p-3), F(all)(0x1.c71c62d5e53e0p-3));
    even = w * F(fused)(w, even, F(all)(0x1.9999999995273p-2));
    vd rest = half + F(fused)(z, odd, even);
    vd low = F(fused)(s, rest, F(fused)(k, F(all)(0x1.a39ef35793c76p-33), -correction));
    return F(fused)(k, F(all)(0x1.62e42fee00000p-1), f - (half - low));
}

/// ln x; −∞ at 0, NaN below.
INLINE vd F(log)(vd x) {
    vd y = F(log_positive)(x, (vd){});
    y = F(select)(x == 0.0, F(all)(-__builtin_inf()), y);
    y = F(select)(x == __builtin_inf(), x, y);
    return F(select)((x < 0.0) | (x != x), F(all)(__builtin_nan("")), y);
}

/// ln(1 + x), accurate near 0 too.
INLINE vd F(log1p)(vd x) {
    vd u = 1.0 + x;
    vd lost = (u - 1.0) - x;
    vd y = F(log_positive)(F(select)((x > -1.0) & (x < __builtin_inf()), u, F(all)(1)), lost / u);
    y = F(select)(F(magnitude)(x) < 0x1p-54, x, y);
    y = F(select)(x == -1.0, F(all)(-__builtin_inf()), y);
    y = F(select)(x == __builtin_inf(), x, y);
    return F(select)((x < -1.0) | (x != x), F(all)(__builtin_nan("")), y);
}
