/// The kinds of slips that are looked for; the raw values stand in reports.
enum Cause: String, CaseIterable {
    /// Intermediate results were rounded before they were used.
    case roundingPath = "rounding-path"
    /// A number written wrongly before was used as written.
    case wrongInput = "wrong-input"
    /// The numbers written before don't give this one.
    case arithmetic
    /// Unrounded numbers were used where the expression has rounded ones.
    case unrounded
    /// Another number of the lesson.
    case neighbour
    /// The fingers.
    case typo
    case sign
    /// Twice, half, a power of ten.
    case factor
    /// A sum for a mean, or the other way round.
    case mean
    /// The value after another step of a run.
    case step
    /// Parameters before or after an update.
    case updatedWeights = "updated-weights"
    case missingTerm = "missing-term"
    case missingFactor = "missing-factor"
    case missingFunction = "missing-function"
    case logarithm
    case exchanged
    case slope
    /// A formula that authors write in more than one way: Adam with or without bias correction, n or n − 1.
    case convention
    /// A gradient that wasn't carried back through time.
    case throughTime = "through-time"
    /// Rows for columns, or lines of a list in another order.
    case arrangement
    case singlePrecision = "single-precision"
    case halfPrecision = "half-precision"
    case doublePrecision = "double-precision"

    /// Ways of rounding that lead to the same digits are one explanation.
    var isOfRounding: Bool { self == .roundingPath || self == .arithmetic }
}
