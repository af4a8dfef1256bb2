/// A slope by differences, and how far it can be trusted.
///
/// The five-point formula (f(x − 2h) − 8 f(x − h) + 8 f(x + h) − f(x + 2h)) / 12h has an error of order h⁴. It is taken with h
/// and with h/2; where the two don't agree, a kink lies within reach, and h is made smaller. On a kink or closer to it than the
/// smallest h, the slopes on both sides differ, and the uncertainty says by how much.
struct MeasuredSlope {
    let slope: Double
    let uncertainty: Double

    init(at x: Double, of f: (Double) -> Double) {
        let size = Swift.max(1, abs(x))
        func central(_ step: Double) -> Double {
            let h = step * size
            return (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) / (12 * h)
        }
        var best = (slope: Double.nan, distance: Double.infinity)
        for step in [1e-3, 1e-4, 1e-5, 1e-6] {
            let (wide, narrow) = (central(step), central(step / 2))
            let distance = abs(wide - narrow)
            if !(distance >= best.distance) { best = (wide, distance) }
            if distance <= 1e-9 * (abs(wide) + abs(f(x)) + 1) { break }
        }
        let h = 3e-6 * size
        let (right, left) = ((f(x + h) - f(x)) / h, (f(x) - f(x - h)) / h)
        let bend = abs(right - left)
        slope = best.slope
        uncertainty =
            2 * best.distance + 1e-12 * (abs(f(x)) + abs(best.slope)) + (bend > 1e-3 * (abs(right) + abs(left)) ? bend : 0)
    }
}

extension Operation {
    /// What slopes that are taken by differences may be off by; 0 for formulas.
    func uncertainties(_ x: [Double], _ partials: [Double]) -> [Double] {
        guard case .opaque(let function) = self else { return x.map { _ in 0 } }
        return x.indices.map { function.measured($0, at: x).uncertainty }
    }
}
