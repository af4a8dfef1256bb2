/// Vectors of N doubles and N integers, N being defined before this file is included; included once for each N.
///
/// Every operation works lane by lane, so a lane holds the same bits whatever N is and whatever the processor offers.
/// `fused` is a b + c rounded once, an operation of IEEE 754 with one right answer: the processor's instruction where the file
/// that includes this one is compiled for it, the C library's `fma` otherwise. The compiler contracts nothing by itself.
#include <stdint.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

#undef JOIN2
#undef JOIN
#undef F
#undef vd
#undef vl
#undef INLINE
#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
/// The name of something for N lanes.
#define F(name) JOIN(name##_, N)
#define vd F(doubles)
#define vl F(integers)
#define INLINE static inline __attribute__((always_inline, unused))

typedef double vd __attribute__((vector_size(8 * N)));
typedef int64_t vl __attribute__((vector_size(8 * N)));
typedef uint64_t F(unsigned) __attribute__((vector_size(8 * N)));
typedef double F(unaligned) __attribute__((vector_size(8 * N), aligned(8)));

INLINE vd F(load)(const double *p) { return *(const F(unaligned) *)p; }
INLINE void F(store)(double *p, vd x) { *(F(unaligned) *)p = x; }
INLINE vd F(all)(double x) { return x - (vd){}; }
INLINE vd F(select)(vl mask, vd a, vd b) { return (vd)(((vl)a & mask) | ((vl)b & ~mask)); }
INLINE vd F(magnitude)(vd x) { return (vd)((vl)x & INT64_MAX); }
INLINE int F(any)(vl mask) { return __builtin_reduce_or(mask) != 0; }
INLINE vd F(fused)(vd a, vd b, vd c) { return __builtin_elementwise_fma(a, b, c); }

/// √x, rounded once.
///
/// The processor's root of eight numbers takes as long as thirty fused steps. Where there is an estimate y of 1/√x to 14 bits,
/// g = x y (1 + r/2 + 3 r²/8 + 5 r³/16) with r = 1 − x y² is √x but for 2⁻⁵², and √x = g + (x − g²) / (√x + g), whose quotient
/// lies between (x − g²) y/2 · (1 − 2⁻¹²) and · (1 + 2⁻¹²): where both sums round to one number, that is the root.
INLINE vd F(root)(vd x) {
#if defined(ESTIMATED_ROOT) && N == 8
    // Between these x − g² is exact.
    if (!F(any)(~((x >= 0x1p-900) & (x <= 0x1p1000)))) {
        const vd y = ESTIMATED_ROOT(x), start = x * y, r = F(fused)(-start, y, F(all)(1));
        const vd series = F(fused)(F(fused)(F(all)(0.3125), r, F(all)(0.375)), r, F(all)(0.5));
        const vd g = F(fused)(start, r * series, start), rest = F(fused)(-g, g, x);
        // y/2 and its neighbours at 2⁻¹², by the bits of the exponent and of the mantissa.
        const vl half = (vl)y - (INT64_C(1) << 52), apart = (vl){} + (INT64_C(1) << 40);
        const vd low = F(fused)((vd)(half - apart), rest, g), high = F(fused)((vd)(half + apart), rest, g);
        if (!F(any)((vl)low ^ (vl)high)) return low;
    }
#endif
    return __builtin_elementwise_sqrt(x);
}
