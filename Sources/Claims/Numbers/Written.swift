import Exhibits

/// What an author wrote as a claim: a number, a vector or matrix of numbers, a truth value, a statement, or a word.
public enum Written: Hashable, Sendable {
    case number(WrittenNumber)
    /// Numbers as they are nested on the page.
    case list(WrittenList)
    case boolean(Bool)
    /// A sentence or a part of one, which holds if its expression is true.
    case statement(String)
    case text(String)

    /// Reads what stands in a claim; anything that is no number, list, truth value or statement stays text.
    public init(parsing text: String, mark: DecimalMark = .point) {
        if let number = WrittenNumber(parsing: text, mark: mark) {
            self = .number(number)
        } else if let list = WrittenList(anyShape: text, mark: mark) {
            self = .list(list)
        } else {
            let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            switch word.lowercased() {
            case "true", "yes", "\\text{true}", "\\mathrm{true}": self = .boolean(true)
            case "false", "no", "\\text{false}", "\\mathrm{false}": self = .boolean(false)
            default: self = Statement.reads(word) ? .statement(word) : .text(word)
            }
        }
    }

    /// The same where the value claimed is a list: numbers without brackets stand in those of their link.
    public func asList(mark: DecimalMark = .point) -> Written {
        guard case .text(let text) = self, let list = WrittenList(inLinkBrackets: text, mark: mark) else { return self }
        return .list(list)
    }
}
