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

    var hint: Hint { Hint(cause: cause.rawValue, message: message, value: value) }
}

extension [Explanation] {
    /// What is told to the author: the most plausible explanation, and the next one of another kind if it is nearly as plausible.
    ///
    /// A wrong explanation is worse than none, so a weak one is kept back.
    var hints: [Hint] {
        let ranked = enumerated().filter { $1.plausibility >= 0.3 }
            .sorted { ($1.element.plausibility, $0.offset) < ($0.element.plausibility, $1.offset) }.map(\.element)
        guard let best = ranked.first else { return [] }
        let next = ranked.first { $0.cause != best.cause && $0.plausibility >= best.plausibility - 0.08 }
        return [best.hint] + (next.map { [$0.hint] } ?? [])
    }
}
