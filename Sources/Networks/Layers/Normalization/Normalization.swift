/// What the normalising layers share: a scale γ and a shift β for each feature.
enum Normalization {
    static func parameters(_ scale: [Double], _ shift: [Double]) -> [Parameter] {
        [Parameter(.weight, scale, rows: scale.count, columns: 1), Parameter(.bias, shift, rows: shift.count, columns: 1)]
    }

    static func take(_ parameters: [Parameter], _ scale: inout [Double], _ shift: inout [Double]) {
        guard parameters.count == 2 else { return }
        scale = parameters[0].values
        shift = parameters[1].values
    }

    /// Ones and zeros where nothing was given.
    static func connected(
        _ name: String, _ scale: [Double], _ shift: [Double], to shape: Shape
    ) throws -> (scale: [Double], shift: [Double]) {
        let width = shape.features
        for (given, what) in [(scale, "scales"), (shift, "shifts")] where !given.isEmpty && given.count != width {
            throw ShapeError(
                "\(name) is given samples of shape \(shape), which have \(width) features, but got \(given.count) \(what); "
                    + "give one for each feature")
        }
        return (
            scale.isEmpty ? Array(repeating: 1, count: width) : scale,
            shift.isEmpty ? Array(repeating: 0, count: width) : shift
        )
    }
}
