import Foundation

// The functions of mathematics, so that a cell needs no import. Disfavoured, so that a cell that imports Foundation as well
// meets no ambiguity.

/// eˣ
@_disfavoredOverload public func exp(_ x: Double) -> Double { Foundation.exp(x) }
/// The natural logarithm.
@_disfavoredOverload public func log(_ x: Double) -> Double { Foundation.log(x) }
/// The logarithm to base 2.
@_disfavoredOverload public func log2(_ x: Double) -> Double { Foundation.log2(x) }
/// The logarithm to base 10.
@_disfavoredOverload public func log10(_ x: Double) -> Double { Foundation.log10(x) }
/// The sine of an angle in radians.
@_disfavoredOverload public func sin(_ x: Double) -> Double { Foundation.sin(x) }
/// The cosine of an angle in radians.
@_disfavoredOverload public func cos(_ x: Double) -> Double { Foundation.cos(x) }
/// The hyperbolic tangent, (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ).
@_disfavoredOverload public func tanh(_ x: Double) -> Double { Foundation.tanh(x) }
/// The error function, 2/√π times the integral of e^(−t²) from 0 to x.
@_disfavoredOverload public func erf(_ x: Double) -> Double { Foundation.erf(x) }
/// √x
@_disfavoredOverload public func sqrt(_ x: Double) -> Double { x.squareRoot() }
/// xʸ
@_disfavoredOverload public func pow(_ x: Double, _ y: Double) -> Double { Foundation.pow(x, y) }
/// 1 / (1 + e⁻ˣ)
public func sigmoid(_ x: Double) -> Double { 1 / (1 + Foundation.exp(-x)) }
/// max(0, x)
public func relu(_ x: Double) -> Double { max(0, x) }
