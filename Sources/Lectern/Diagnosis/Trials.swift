/// How much a fit is worth: a number that lies between many that were tried is soon hit by one of them.
struct Trials {
    private let mismatch: Mismatch
    /// How many of the values tried so far would have been expected to fit by chance.
    private(set) var chance = 0.0

    init(_ mismatch: Mismatch) { self.mismatch = mismatch }

    /// Whether this value would have made the claim true. One that hardly moves had no chance.
    mutating func fits(_ value: Double) -> Bool {
        guard value.isFinite, value != mismatch.value else { return false }
        let distance = abs(value - mismatch.value) / mismatch.window
        if distance >= mismatch.units / 2 { chance += mismatch.chance(of: value) }
        return mismatch.fits(value)
    }

    /// A plausibility, lowered by what chance would have done.
    func worth(_ plausibility: Double) -> Double { plausibility - Swift.min(0.6, chance * 0.5) }
}
