/// A function of several numbers whose formula nobody wrote down for derivations: a layer or a loss of the lesson's own.
///
/// Its slopes are taken by differences alone, so they stay independent of the way back that the lesson wrote.
struct OpaqueFunction: Hashable, Sendable {
    let name: String
    let value: @Sendable ([Double]) -> Double

    static func == (a: OpaqueFunction, b: OpaqueFunction) -> Bool { a.name == b.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// ∂f/∂x_k by the five-point formula, (f(−2h) − 8f(−h) + 8f(h) − f(2h)) / 12h, with an error of order h⁴.
    func slope(_ k: Int, at x: [Double]) -> Double {
        let h = 1e-3 * Swift.max(1, abs(x[k]))
        func moved(_ steps: Double) -> Double {
            var nudged = x
            nudged[k] += steps * h
            return value(nudged)
        }
        return (moved(-2) - 8 * moved(-1) + 8 * moved(1) - moved(2)) / (12 * h)
    }
}
