import Exhibits

/// What a formula shows, from left to right: digits and signs as they are, whatever font, group or definition they come from, and
/// a letter for everything that parts two numbers.
struct ShownFormula {
    private(set) var seen: [Seen] = []
    /// The author's commands put in.
    let expansion: MacroExpansion

    /// What a group, or a sign without braces, is to what stands around it.
    private enum Kind { case plain, text, raised, lowered, argument, bracket, skipped }

    private struct Group {
        var kind: Kind
        /// How much was seen before what it shows.
        var start: Int
        /// The arguments that the command around it still has.
        var owed: Int
    }

    private struct Columns {
        /// How many were passed in this row; nil where every column has room around it.
        var passed: Int?
        var isAt: Bool
        var start: Int
    }

    private var groups: [Group] = []
    private var columns: [Columns] = []
    private var next = Kind.plain
    /// The arguments that the last command still has, and whether they are seen.
    private var owed = 0
    private var describes = false
    private var mayHaveBracket = false
    private var isTight = false
    private var skipsDot = false

    /// What isn't a digit and parts two of them.
    private static let other = Seen.text("n")

    init(_ formula: Mathematics, _ room: inout Int) {
        expansion = MacroExpansion(of: formula, &room)
        var rest = expansion.tokens[...]
        while let token = rest.popFirst() {
            switch token {
            case .claim(let claim): show(.claim(claim, isFormula: true))
            case .value: show(.text("0"))
            case .tex(let text) where text.first == "\\" && text.count > 1: command(text, &rest)
            case .tex(let text): sign(text)
            }
        }
    }

    private var isText: Bool { groups.last?.kind == .text }

    /// A sign, which may be all that an exponent or a command has.
    private mutating func show(_ part: Seen) {
        defer { (next, mayHaveBracket, isTight, skipsDot) = (.plain, false, false, false) }
        if next == .plain, owed > 0 {
            owed -= 1
            next = .argument
        }
        switch next {
        case .raised: seen += [.text("^"), part, Self.other]
        case .lowered, .argument: seen += [Self.other, part, Self.other]
        default: seen.append(part)
        }
    }

    // MARK: Signs

    private mutating func sign(_ text: String) {
        switch text {
        case "{": open()
        case "}": close()
        case "[" where mayHaveBracket: open(as: .bracket)
        case "]" where groups.last?.kind == .bracket: close()
        case "$" where isText: break
        case _ where text == "~" || text.allSatisfy(\.isWhitespace): if isText { seen.append(.text(" ")) }
        case "^" where !isText: next = .raised
        case "_" where !isText: next = .lowered
        case "&" where !isText: column()
        case "," where !isText && !isTight: show(.text(", "))
        case "." where skipsDot: skipsDot = false
        default: show(.text(text))
        }
    }

    private mutating func open(as given: Kind? = nil) {
        var kind = given ?? next
        if kind == .plain, owed > 0 {
            owed -= 1
            kind = describes ? .skipped : .argument
        }
        if kind == .raised { seen.append(.text("^")) }
        if [.lowered, .argument, .bracket].contains(kind) { seen.append(Self.other) }
        groups.append(Group(kind: kind, start: seen.count, owed: owed))
        (next, owed, mayHaveBracket, isTight, skipsDot) = (.plain, 0, false, false, false)
    }

    private mutating func close() {
        guard let group = groups.popLast() else { return }
        (next, owed) = (.plain, group.owed)
        switch group.kind {
        case .plain, .text:
            // {,} is a comma without the room behind it.
            if seen.count == group.start + 1, case .text(", ")? = seen.last { seen[group.start] = .text(",") }
        case .skipped: remove(from: group.start)
        case .raised, .lowered, .argument, .bracket:
            if isEmpty(from: group.start) { remove(from: group.start - 1) } else { seen.append(Self.other) }
        }
    }

    private func isEmpty(from start: Int) -> Bool {
        seen.dropFirst(start).allSatisfy { if case .text(let text) = $0 { text.allSatisfy(\.isWhitespace) } else { false } }
    }

    /// Claims stay: somebody looks for each.
    private mutating func remove(from start: Int) {
        let start = max(0, min(start, seen.count))
        let kept = seen[start...].filter { if case .claim = $0 { true } else { false } }
        seen.replaceSubrange(start..., with: kept)
    }

    private mutating func column() {
        guard var place = columns.popLast() else { return seen.append(Self.other) }
        if let passed = place.passed {
            place.passed = passed + 1
            if !place.isAt, passed % 2 == 1 { seen.append(Self.other) }
        } else {
            seen.append(Self.other)
        }
        columns.append(place)
    }

    // MARK: Commands

    private mutating func command(_ name: String, _ rest: inout ArraySlice<FormulaToken>) {
        if FormulaWords.unseen.contains(name) {
            if name == "\\mathord" { isTight = true }
        } else if FormulaWords.texts.contains(name) {
            if next == .plain, owed == 0 { next = .text }
        } else if FormulaWords.brackets.contains(name) || name.lowercased().hasPrefix("\\big") {
            skipsDot = true
        } else if FormulaWords.lengths.contains(name) {
            if TeXLength.isWide(&rest) { seen.append(Self.other) }
        } else if name == "\\begin" || name == "\\end" {
            environment(&rest, isOpening: name == "\\begin")
        } else if let sign = FormulaWords.signs[name] {
            show(.text(sign))
        } else {
            if name == "\\\\", let last = columns.last, last.passed != nil { columns[columns.count - 1].passed = 0 }
            if !FormulaWords.transparent.contains(name) {
                // Behind a number, ½ belongs to it.
                show(FormulaWords.fractions.contains(name) && Self.beginsWithDigit(rest) ? .text("½") : Self.other)
            }
            owed += FormulaWords.arguments[name] ?? 0
            describes = FormulaWords.described.contains(name)
            mayHaveBracket = FormulaWords.optional.contains(name)
        }
    }

    private mutating func environment(_ rest: inout ArraySlice<FormulaToken>, isOpening: Bool) {
        let name = Self.words(&rest)
        let isAligned = FormulaWords.aligned.contains(name)
        guard isOpening else {
            // One without a beginning shows nothing either.
            guard let start = columns.popLast()?.start else { return }
            if isEmpty(from: start) {
                remove(from: isAligned ? start : start - 1)
            } else if !isAligned {
                seen.append(Self.other)
            }
            return
        }
        if !isAligned { seen.append(Self.other) }
        columns.append(
            Columns(passed: isAligned ? 0 : nil, isAt: FormulaWords.alignedAt.contains(name), start: seen.count))
        if FormulaWords.formed.contains(name) { next = .skipped }
    }

    private static func beginsWithDigit(_ rest: ArraySlice<FormulaToken>) -> Bool {
        guard case .tex(let text)? = rest.first(where: { !$0.isBlank && $0 != .tex("{") }) else { return false }
        return text.first?.isNumber == true
    }

    /// The words in the braces that come next.
    private static func words(_ rest: inout ArraySlice<FormulaToken>) -> String {
        rest = rest.drop(while: \.isBlank)
        guard rest.first == .tex("{") else { return "" }
        let inside = rest.dropFirst().prefix { $0 != .tex("}") }
        rest = rest.dropFirst(inside.count + 2)
        return inside.map { if case .tex(let text) = $0 { text } else { "" } }.joined()
    }
}
