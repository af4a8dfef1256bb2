extension Scalar {
    /// The sum, with ∂(a + b)/∂a = 1.
    public static func + (a: Scalar, b: Scalar) -> Scalar { Scalar(.sum, [a, b]) }
    /// The sum, with ∂(a + b)/∂a = 1.
    public static func + (a: Scalar, b: Double) -> Scalar { a + Scalar(constant: b) }
    /// The sum, with ∂(a + b)/∂a = 1.
    public static func + (a: Double, b: Scalar) -> Scalar { Scalar(constant: a) + b }

    /// The difference, or the number with its sign turned.
    public static func - (a: Scalar, b: Scalar) -> Scalar { Scalar(.difference, [a, b]) }
    /// The difference, or the number with its sign turned.
    public static func - (a: Scalar, b: Double) -> Scalar { a - Scalar(constant: b) }
    /// The difference, or the number with its sign turned.
    public static func - (a: Double, b: Scalar) -> Scalar { Scalar(constant: a) - b }

    /// The product, with ∂(ab)/∂a = b.
    public static func * (a: Scalar, b: Scalar) -> Scalar { Scalar(.product, [a, b]) }
    /// The product, with ∂(ab)/∂a = b.
    public static func * (a: Scalar, b: Double) -> Scalar { a * Scalar(constant: b) }
    /// The product, with ∂(ab)/∂a = b.
    public static func * (a: Double, b: Scalar) -> Scalar { Scalar(constant: a) * b }

    /// The quotient, with ∂(a/b)/∂a = 1/b and ∂(a/b)/∂b = −a/b².
    public static func / (a: Scalar, b: Scalar) -> Scalar { Scalar(.quotient, [a, b]) }
    /// The quotient, with ∂(a/b)/∂a = 1/b and ∂(a/b)/∂b = −a/b².
    public static func / (a: Scalar, b: Double) -> Scalar { a / Scalar(constant: b) }
    /// The quotient, with ∂(a/b)/∂a = 1/b and ∂(a/b)/∂b = −a/b².
    public static func / (a: Double, b: Scalar) -> Scalar { Scalar(constant: a) / b }

    /// The difference, or the number with its sign turned.
    public static prefix func - (a: Scalar) -> Scalar { Scalar(.negation, [a]) }

    /// Replaces the left side by the sum.
    public static func += (a: inout Scalar, b: Scalar) { a = a + b }
    /// Replaces the left side by the sum.
    public static func += (a: inout Scalar, b: Double) { a = a + b }
    /// Replaces the left side by the difference.
    public static func -= (a: inout Scalar, b: Scalar) { a = a - b }
    /// Replaces the left side by the product.
    public static func *= (a: inout Scalar, b: Scalar) { a = a * b }
    /// Replaces the left side by the product.
    public static func *= (a: inout Scalar, b: Double) { a = a * b }
}

/// eˣ.
public func exp(_ x: Scalar) -> Scalar { Scalar(.function(.exp), [x]) }
/// ln x.
public func log(_ x: Scalar) -> Scalar { Scalar(.function(.log), [x]) }
/// sin x, x in radians.
public func sin(_ x: Scalar) -> Scalar { Scalar(.function(.sin), [x]) }
/// cos x, x in radians.
public func cos(_ x: Scalar) -> Scalar { Scalar(.function(.cos), [x]) }
/// tanh x.
public func tanh(_ x: Scalar) -> Scalar { Scalar(.function(.tanh), [x]) }
/// √x.
public func sqrt(_ x: Scalar) -> Scalar { Scalar(.function(.sqrt), [x]) }
/// |x|; the derivative at 0 is taken as 0.
public func abs(_ x: Scalar) -> Scalar { Scalar(.function(.abs), [x]) }
/// 1/(1 + e⁻ˣ)
public func sigmoid(_ x: Scalar) -> Scalar { Scalar(.function(.sigmoid), [x]) }
/// max(0, x), with derivative 0 at 0.
public func relu(_ x: Scalar) -> Scalar { Scalar(.function(.relu), [x]) }
/// `x` to a fixed power.
public func pow(_ x: Scalar, _ exponent: Double) -> Scalar { Scalar(.power(exponent), [x]) }
/// The larger of two; of equal ones, the first counts for the derivative.
public func max(_ a: Scalar, _ b: Scalar) -> Scalar { Scalar(.maximum, [a, b]) }
/// The greater of the two; the derivative goes to the first where they are equal.
public func max(_ a: Scalar, _ b: Double) -> Scalar { max(a, Scalar(constant: b)) }
/// The greater of the two; the derivative goes to the first where they are equal.
public func max(_ a: Double, _ b: Scalar) -> Scalar { max(Scalar(constant: a), b) }
/// The lesser of the two; the derivative goes to the first where they are equal.
public func min(_ a: Scalar, _ b: Scalar) -> Scalar { Scalar(.minimum, [a, b]) }
/// The lesser of the two; the derivative goes to the first where they are equal.
public func min(_ a: Scalar, _ b: Double) -> Scalar { min(a, Scalar(constant: b)) }
/// The lesser of the two; the derivative goes to the first where they are equal.
public func min(_ a: Double, _ b: Scalar) -> Scalar { min(Scalar(constant: a), b) }
/// ln(1 + eˣ), without overflow.
public func softplus(_ x: Scalar) -> Scalar { Scalar(.function(.softplus), [x]) }
