import Foundation

// The functions of mathematics, so that a cell needs no import. Disfavoured, so that a cell that imports Foundation as well
// meets no ambiguity.

/// eˣ
@_disfavoredOverload public func exp(_ x: Double) -> Double { Foundation.exp(x) }
/// The natural logarithm.
@_disfavoredOverload public func log(_ x: Double) -> Double { Foundation.log(x) }
@_disfavoredOverload public func log2(_ x: Double) -> Double { Foundation.log2(x) }
@_disfavoredOverload public func log10(_ x: Double) -> Double { Foundation.log10(x) }
@_disfavoredOverload public func sin(_ x: Double) -> Double { Foundation.sin(x) }
@_disfavoredOverload public func cos(_ x: Double) -> Double { Foundation.cos(x) }
@_disfavoredOverload public func tanh(_ x: Double) -> Double { Foundation.tanh(x) }
@_disfavoredOverload public func erf(_ x: Double) -> Double { Foundation.erf(x) }
/// √x
@_disfavoredOverload public func sqrt(_ x: Double) -> Double { x.squareRoot() }
/// xʸ
@_disfavoredOverload public func pow(_ x: Double, _ y: Double) -> Double { Foundation.pow(x, y) }
/// 1 / (1 + e⁻ˣ)
public func sigmoid(_ x: Double) -> Double { 1 / (1 + Foundation.exp(-x)) }
/// max(0, x)
public func relu(_ x: Double) -> Double { max(0, x) }
