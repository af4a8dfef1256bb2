/// What the scripts have to do for one page: the time they take for a text grows with the square of its length, and the shortest
/// takes some, too.
struct TypesettingEffort {
    private var formulas = 0
    private var code = 0

    /// As much as one formula or piece of code of the greatest length and a few more: the largest pages of the course take a
    /// hundredth of it.
    static let mostOfFormulas = 100_000_000
    static let mostOfCode = 500_000_000
    /// The least that a formula takes; so a page has no more than ten thousand of them.
    static let leastOfFormula = 10_000

    /// Whether there is time for a formula of so many bytes.
    mutating func takes(formula bytes: Int) -> Bool {
        let (square, isHuge) = bytes.multipliedReportingOverflow(by: bytes)
        let effort = max(square, Self.leastOfFormula)
        guard !isHuge, effort <= Self.mostOfFormulas - formulas else { return false }
        formulas += effort
        return true
    }

    /// Whether there is time for code of so many bytes.
    mutating func takes(code bytes: Int) -> Bool {
        let (square, isHuge) = bytes.multipliedReportingOverflow(by: bytes)
        guard !isHuge, square <= Self.mostOfCode - code else { return false }
        code += square
        return true
    }
}
