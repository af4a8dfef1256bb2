import CArithmetic

// The elementary functions of this module. They take the place of Foundation's, which come from the system's libm and differ
// from one to the next: training must give the same bits on every machine. Each is within 2 ulp of the exact value, and the
// loops over layers in CArithmetic give the same bits lane by lane.

/// eˣ
func exp(_ x: Double) -> Double { arithmetic_exp(x) }

/// eˣ − 1, accurate near 0 too.
func expm1(_ x: Double) -> Double { arithmetic_expm1(x) }

/// 1 / (1 + e⁻ˣ), the logistic function.
func sigmoid(_ x: Double) -> Double { arithmetic_sigmoid(x) }

/// (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)
func tanh(_ x: Double) -> Double { arithmetic_tanh(x) }

/// The natural logarithm.
func log(_ x: Double) -> Double { arithmetic_log(x) }

/// ln(1 + x), accurate near 0 too.
func log1p(_ x: Double) -> Double { arithmetic_log1p(x) }

/// 2/√π ∫₀ˣ e^(−t²) dt
func erf(_ x: Double) -> Double { arithmetic_erf(x) }

/// Accurate for |x| up to 2²⁰; larger angles lose digits.
func sin(_ x: Double) -> Double { arithmetic_sin(x) }

/// Accurate for |x| up to 2²⁰; larger angles lose digits.
func cos(_ x: Double) -> Double { arithmetic_cos(x) }

/// xʸ for x ≥ 0, as e^(y ln x): |y ln x| ulp may be lost.
func pow(_ x: Double, _ y: Double) -> Double { y == 0 ? 1 : exp(y * log(x)) }
