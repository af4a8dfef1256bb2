extension Scalar {
    public static func + (a: Scalar, b: Scalar) -> Scalar { Scalar(.sum, [a, b]) }
    public static func + (a: Scalar, b: Double) -> Scalar { a + Scalar(constant: b) }
    public static func + (a: Double, b: Scalar) -> Scalar { Scalar(constant: a) + b }

    public static func - (a: Scalar, b: Scalar) -> Scalar { Scalar(.difference, [a, b]) }
    public static func - (a: Scalar, b: Double) -> Scalar { a - Scalar(constant: b) }
    public static func - (a: Double, b: Scalar) -> Scalar { Scalar(constant: a) - b }

    public static func * (a: Scalar, b: Scalar) -> Scalar { Scalar(.product, [a, b]) }
    public static func * (a: Scalar, b: Double) -> Scalar { a * Scalar(constant: b) }
    public static func * (a: Double, b: Scalar) -> Scalar { Scalar(constant: a) * b }

    public static func / (a: Scalar, b: Scalar) -> Scalar { Scalar(.quotient, [a, b]) }
    public static func / (a: Scalar, b: Double) -> Scalar { a / Scalar(constant: b) }
    public static func / (a: Double, b: Scalar) -> Scalar { Scalar(constant: a) / b }

    public static prefix func - (a: Scalar) -> Scalar { Scalar(.negation, [a]) }

    public static func += (a: inout Scalar, b: Scalar) { a = a + b }
    public static func += (a: inout Scalar, b: Double) { a = a + b }
    public static func -= (a: inout Scalar, b: Scalar) { a = a - b }
    public static func *= (a: inout Scalar, b: Scalar) { a = a * b }
    public static func *= (a: inout Scalar, b: Double) { a = a * b }
}

public func exp(_ x: Scalar) -> Scalar { Scalar(.function(.exp), [x]) }
public func log(_ x: Scalar) -> Scalar { Scalar(.function(.log), [x]) }
public func sin(_ x: Scalar) -> Scalar { Scalar(.function(.sin), [x]) }
public func cos(_ x: Scalar) -> Scalar { Scalar(.function(.cos), [x]) }
public func tanh(_ x: Scalar) -> Scalar { Scalar(.function(.tanh), [x]) }
public func sqrt(_ x: Scalar) -> Scalar { Scalar(.function(.sqrt), [x]) }
public func abs(_ x: Scalar) -> Scalar { Scalar(.function(.abs), [x]) }
/// 1/(1 + e⁻ˣ)
public func sigmoid(_ x: Scalar) -> Scalar { Scalar(.function(.sigmoid), [x]) }
/// max(0, x), with derivative 0 at 0.
public func relu(_ x: Scalar) -> Scalar { Scalar(.function(.relu), [x]) }
/// `x` to a fixed power.
public func pow(_ x: Scalar, _ exponent: Double) -> Scalar { Scalar(.power(exponent), [x]) }
/// The larger of two; of equal ones, the first counts for the derivative.
public func max(_ a: Scalar, _ b: Scalar) -> Scalar { Scalar(.maximum, [a, b]) }
public func max(_ a: Scalar, _ b: Double) -> Scalar { max(a, Scalar(constant: b)) }
public func max(_ a: Double, _ b: Scalar) -> Scalar { max(Scalar(constant: a), b) }
public func min(_ a: Scalar, _ b: Scalar) -> Scalar { Scalar(.minimum, [a, b]) }
public func min(_ a: Scalar, _ b: Double) -> Scalar { min(a, Scalar(constant: b)) }
public func min(_ a: Double, _ b: Scalar) -> Scalar { min(Scalar(constant: a), b) }
/// ln(1 + eˣ), without overflow.
public func softplus(_ x: Scalar) -> Scalar { Scalar(.function(.softplus), [x]) }
