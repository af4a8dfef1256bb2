/// A documentation comment in its parts, as DocC divides it.
public struct DocComment: Codable, Hashable, Sendable {
    /// A parameter and what is said of it.
    public struct Item: Codable, Hashable, Sendable {
        public var name: String
        public var text: String
    }

    /// The first paragraph.
    public var summary = ""
    /// What follows it, line by line: paragraphs, and formulas set in by four blanks.
    public var discussion: [String] = []
    public var parameters: [Item] = []
    public var returns: String?
    public var `throws`: String?
    /// What other libraries call it: the library, then its name in backquotes.
    public var elsewhere: [ForeignName] = []
    /// A small use of it, line by line; the last line is what is used. `inputs`, `units` and `steps` stand for sizes.
    public var example: [String] = []

    public init() {}

    /// Reads the lines of a comment, without their slashes.
    public init(lines: [String]) {
        var target = Target.summary
        for line in lines {
            let text = line.trimmingPrefix(while: { $0 == " " })
            if let (field, rest) = Field.named(in: text) {
                target = begin(field, rest)
            } else if case .parameters = target, let item = Self.item(text) {
                parameters.append(item)
            } else if text.isEmpty {
                if case .summary = target, !summary.isEmpty { target = .discussion }
                if case .discussion = target, discussion.last?.isEmpty == false { discussion.append("") }
            } else {
                append(line, to: target)
            }
        }
        while discussion.last?.isEmpty == true { discussion.removeLast() }
    }

    public var isEmpty: Bool { summary.isEmpty }

    private enum Target { case summary, discussion, parameters, parameter, returns, `throws`, elsewhere, example }

    /// The fields of DocC that are lists of their own.
    private enum Field: String, CaseIterable {
        case parameter = "Parameter"
        case parameters = "Parameters:"
        case returns = "Returns:"
        case `throws` = "Throws:"
        case seeAlso = "SeeAlso:"
        case example = "Example:"

        static func named(in text: Substring) -> (Field, Substring)? {
            guard text.hasPrefix("- ") else { return nil }
            let rest = text.dropFirst(2)
            guard let field = allCases.last(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
            return (field, rest.dropFirst(field.rawValue.count).trimmingPrefix(while: { $0 == " " }))
        }
    }

    private mutating func begin(_ field: Field, _ rest: Substring) -> Target {
        switch field {
        case .parameter:
            guard let item = Self.item(rest) else { return .discussion }
            parameters.append(item)
            return .parameter
        case .parameters: return .parameters
        case .returns:
            returns = String(rest)
            return .returns
        case .throws:
            `throws` = String(rest)
            return .throws
        case .seeAlso:
            elsewhere += ForeignName.all(in: rest)
            return .elsewhere
        case .example:
            example += Self.code(in: rest)
            return .example
        }
    }

    /// What stands in backquotes.
    private static func code(in text: Substring) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .compactMap { $0.offset.isMultiple(of: 2) ? nil : String($0.element) }
    }

    private mutating func append(_ line: String, to target: Target) {
        let text = String(line.trimmingPrefix(while: { $0 == " " }))
        func joined(_ old: String?) -> String { old.map { $0.isEmpty ? text : $0 + " " + text } ?? text }
        switch target {
        case .summary: summary = joined(summary)
        case .discussion:
            if !line.hasPrefix("    "), let last = discussion.last, !last.isEmpty, !last.hasPrefix("    ") {
                discussion[discussion.count - 1] = joined(last)
            } else {
                discussion.append(line.hasPrefix("    ") ? line : text)
            }
        case .parameters, .parameter:
            guard let last = parameters.indices.last else { return }
            parameters[last].text = joined(parameters[last].text)
        case .returns: returns = joined(returns)
        case .throws: `throws` = joined(`throws`)
        case .elsewhere: elsewhere += ForeignName.all(in: text[...])
        case .example: example += Self.code(in: text[...])
        }
    }

    /// `name: text`, with or without a dash before it.
    private static func item(_ text: Substring) -> Item? {
        let text = text.hasPrefix("- ") ? text.dropFirst(2) : text
        guard let colon = text.firstIndex(of: ":"), !text[..<colon].contains(" ") else { return nil }
        return Item(
            name: String(text[..<colon]),
            text: String(text[text.index(after: colon)...].trimmingPrefix(while: { $0 == " " })))
    }
}
