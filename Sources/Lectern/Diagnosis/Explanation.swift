import Exhibits

/// One thing that would have made a false number true, and how plausible it is that it was just that.
struct Explanation {
    var cause: Cause
    var message: String
    /// The number that the slip leads to.
    var value: Double
    /// From 0 to 1, on one scale for all causes: how often the slip is made, and how seldom another number would fit as well.
    var plausibility: Double

    init(_ cause: Cause, _ message: String, _ value: Double, plausibility: Double) {
        self.cause = cause
        self.message = message
        self.value = value
        self.plausibility = plausibility
    }

    /// Whether it may be told: the bound is chosen so that of seeded slips in random networks hardly any is named wrongly.
    var isSure: Bool { plausibility >= 0.85 }

    var hint: Hint { Hint(cause: cause.rawValue, message: message, value: value) }
}

extension [Explanation] {
    /// What is told to the author: the most plausible explanation, where it is sure and nothing else is nearly as plausible.
    ///
    /// A wrong explanation is worse than none. Of two that lead to different numbers nobody can say which slip was made.
    var hints: [Hint] {
        guard let best = self.max(by: { $0.plausibility < $1.plausibility }), best.isSure else { return [] }
        let isDisputed = contains { other in
            other.plausibility >= best.plausibility - Self.rivalry && !Self.agree(other.value, best.value)
                && !(other.cause.isOfRounding && best.cause.isOfRounding)
        }
        return isDisputed ? [] : [best.hint]
    }

    /// Whether two slips lead to the same number: numbers that stand on the page enter with their nine digits or so.
    private static func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-8 * Swift.max(abs(a), abs(b)) }

    /// By so much an explanation must surpass the others.
    private static let rivalry = 0.1
}
