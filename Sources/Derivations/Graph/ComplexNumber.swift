import Foundation

/// x + iy, with what a complex step needs. Lessons compile against everything that this module imports, so it stays small.
struct ComplexNumber {
    var real: Double
    var imaginary: Double

    init(_ real: Double, _ imaginary: Double = 0) {
        self.real = real
        self.imaginary = imaginary
    }

    static func + (a: Self, b: Self) -> Self { Self(a.real + b.real, a.imaginary + b.imaginary) }
    static func - (a: Self, b: Self) -> Self { Self(a.real - b.real, a.imaginary - b.imaginary) }
    static prefix func - (a: Self) -> Self { Self(-a.real, -a.imaginary) }

    static func * (a: Self, b: Self) -> Self {
        Self(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
    }

    static func / (a: Self, b: Self) -> Self {
        let square = b.real * b.real + b.imaginary * b.imaginary
        return Self(
            (a.real * b.real + a.imaginary * b.imaginary) / square, (a.imaginary * b.real - a.real * b.imaginary) / square)
    }

    /// eˣ (cos y + i sin y)
    var exponential: Self {
        let size = Foundation.exp(real)
        return Self(size * Foundation.cos(imaginary), size * Foundation.sin(imaginary))
    }

    /// ln |z| + i arg z, the principal value.
    var logarithm: Self {
        Self(Foundation.log(Foundation.hypot(real, imaginary)), Foundation.atan2(imaginary, real))
    }

    var sine: Self {
        Self(Foundation.sin(real) * Foundation.cosh(imaginary), Foundation.cos(real) * Foundation.sinh(imaginary))
    }

    var cosine: Self {
        Self(Foundation.cos(real) * Foundation.cosh(imaginary), -Foundation.sin(real) * Foundation.sinh(imaginary))
    }

    /// (e^z − e^−z) / (e^z + e^−z), with exponentials that don't overflow.
    var hyperbolicTangent: Self {
        let e = (real >= 0 ? -(self + self) : self + self).exponential
        let value = (Self(1) - e) / (Self(1) + e)
        return real >= 0 ? value : -value
    }

    /// 1 / (1 + e^−z), likewise.
    var logistic: Self {
        let e = (real >= 0 ? -self : self).exponential
        return (real >= 0 ? Self(1) : e) / (Self(1) + e)
    }

    /// z to a real power: e^(p ln z), and by multiplication for small whole powers, which 0 has too.
    func power(_ exponent: Double) -> Self {
        if exponent >= 0, exponent <= 16, let times = Int(exactly: exponent) {
            return (0..<times).reduce(Self(1)) { result, _ in result * self }
        }
        return (Self(exponent) * logarithm).exponential
    }
}
