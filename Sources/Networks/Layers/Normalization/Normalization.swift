/// What the normalising layers share: a scale γ and a shift β for each feature.
package struct Affine: Sendable {
    /// γ; empty until the layer is connected, when none was given.
    package var scale: [Double]
    /// β.
    package var shift: [Double]

    var parameters: [Parameter] {
        get {
            [Parameter(.scale, scale, rows: scale.count, columns: 1), Parameter(.shift, shift, rows: shift.count, columns: 1)]
        }
        set {
            guard newValue.count == 2 else { return }
            scale = newValue[0].values
            shift = newValue[1].values
        }
    }

    /// Ones and zeros where nothing was given.
    func connected(_ name: String, to shape: Shape) throws -> Affine {
        let width = shape.features
        for (given, what) in [(scale, "scales"), (shift, "shifts")] where !given.isEmpty && given.count != width {
            throw ShapeError(
                "\(name) is given samples of shape \(shape), which have \(width) features, but got \(given.count) \(what); "
                    + "give one for each feature")
        }
        return Affine(
            scale: scale.isEmpty ? Array(repeating: 1, count: width) : scale,
            shift: shift.isEmpty ? Array(repeating: 0, count: width) : shift)
    }
}

extension Layer {
    /// Throws unless ε keeps the square root of a constant feature's variance above 0.
    func check(epsilon: Double) throws {
        guard epsilon >= 0, epsilon.isFinite else {
            throw ShapeError("\(name) has an epsilon of \(epsilon); give a small number from 0 up, such as 1e-5")
        }
    }
}
