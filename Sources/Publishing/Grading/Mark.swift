/// What became of one answer.
struct Mark: Codable, Hashable {
    enum Verdict: String, Codable, CaseIterable {
        /// As the exercise's digits or its tolerance ask.
        case right
        /// Within what rounding by hand on the way does.
        case rounded
        /// Wrong, and follows rightly from an own earlier number that is wrong.
        case carried
        case wrong
        /// Nothing was written.
        case missing
        /// Something that is no number, or no letter of a choice.
        case unreadable

        var earnsPoints: Bool { self == .right || self == .rounded || self == .carried }
    }

    /// What explains a wrong answer.
    struct Slip: Codable, Hashable {
        /// The kind of slip in kebab case: `missing-factor`.
        var cause: String
        var words: String
    }

    var item: Int
    var given: String
    var verdict: Verdict
    var slip: Slip?
}
