/// A function of several numbers whose formula nobody wrote down for derivations: a layer or a loss of the lesson's own.
///
/// Its slopes are taken by differences alone, so they stay independent of the way back that the lesson wrote.
struct OpaqueFunction: Hashable, Sendable {
    let name: String
    let value: @Sendable ([Double]) -> Double

    static func == (a: OpaqueFunction, b: OpaqueFunction) -> Bool { a.name == b.name }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }

    func slope(_ k: Int, at x: [Double]) -> Double { measured(k, at: x).slope }

    /// ∂f/∂x_k with what it may be off by.
    func measured(_ k: Int, at x: [Double]) -> MeasuredSlope {
        MeasuredSlope(at: x[k]) { number in
            var nudged = x
            nudged[k] = number
            return value(nudged)
        }
    }
}
