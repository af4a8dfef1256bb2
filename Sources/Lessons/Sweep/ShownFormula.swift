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
        /// The arguments that the command around it still has, and how many of these aren't shown.
        var owed: Int
        var hidden: Int
        /// Whether it is a text, in which a formula may stand.
        var isText: Bool
    }

    private struct Columns {
        /// How many were passed in this row; nil where every column has room around it.
        var passed: Int?
        /// How many groups it lies in.
        var depth: Int
        var isAt: Bool
        var start: Int
    }

    /// Whether it has a length that can't be read.
    private(set) var isUnread = false

    private var groups: [Group] = []
    private var columns: [Columns] = []
    private var next = Kind.plain
    /// The arguments that the last command still has, and how many of these aren't shown.
    private var owed = 0
    private var hidden = 0
    /// Whether room parts two digits: nothing of the formula takes it back.
    private let trustsSpaces: Bool
    private let isSmall: Bool
    private var mayHaveBracket = false
    private var isTight = false
    private var skipsDot = false

    /// What isn't a digit and parts two of them: a letter that no formula has.
    private static let other = Seen.text("\u{A000}")
    /// A sign that isn't a digit.
    private static let ink = Seen.text("\u{A002}")
    /// The end of a row, which does so where something follows in the next.
    private static let rowEnd = "\u{A001}"
    /// The line of a fraction.
    static let fraction: Unicode.Scalar = "⁄"

    /// Whether a character stands for what parts two digits and is none itself: room, or the border of a group.
    static func isMarker(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{A000}" || scalar == "\u{A001}" }

    init(_ formula: Mathematics, _ room: inout Int) {
        expansion = MacroExpansion(of: formula, &room)
        let names = Set(expansion.tokens.compactMap { if case .tex(let text) = $0, text.utf8.count > 1 { text } else { nil } })
        isSmall = !names.isDisjoint(with: FormulaWords.small)
        trustsSpaces = !isSmall && !names.contains("\\!")
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

    private var isInScript: Bool { groups.contains { $0.kind == .raised || $0.kind == .lowered } }

    /// A sign, which may be all that an exponent or a command has.
    private mutating func show(_ part: Seen) {
        defer { (next, mayHaveBracket, isTight, skipsDot) = (.plain, false, false, false) }
        if next == .skipped { return }
        if next == .plain, hidden > 0 {
            hidden -= 1
            return
        }
        if next == .plain, owed > 0 {
            owed -= 1
            next = .argument
        }
        switch next {
        case .raised, .lowered:
            seen += [next == .raised ? .text("^") : Self.other, part]
            endScript(from: seen.count - 2)
        case .argument: seen += [Self.other, part, Self.other]
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
        case "$" where groups.last?.isText == true: groups[groups.count - 1].kind = isText ? .plain : .text
        case _ where text == "~" || text.allSatisfy(\.isWhitespace): if isText { seen.append(.text(" ")) }
        case "^" where !isText: next = .raised
        case "_" where !isText: next = .lowered
        case "&" where !isText: column()
        case "," where !isText && next == .plain && !isTight && !isSmall && !isInScript: show(.text(", "))
        case "." where skipsDot: skipsDot = false
        default: show(.text(text))
        }
    }

    private mutating func open(as given: Kind? = nil) {
        var kind = given ?? next
        if kind == .plain, hidden > 0 {
            hidden -= 1
            kind = .skipped
        } else if kind == .plain, owed > 0 {
            owed -= 1
            kind = .argument
        }
        if kind == .raised { seen.append(.text("^")) }
        if [.lowered, .argument, .bracket].contains(kind) { seen.append(Self.other) }
        groups.append(Group(kind: kind, start: seen.count, owed: owed, hidden: hidden, isText: kind == .text))
        (next, owed, hidden, mayHaveBracket, isTight, skipsDot) = (.plain, 0, 0, false, false, false)
    }

    private mutating func close() {
        guard let group = groups.popLast() else { return }
        (next, owed, hidden) = (.plain, group.owed, group.hidden)
        switch group.kind {
        case .plain, .text:
            // A comma at the end of a group has no room behind it.
            if seen.count > group.start, case .text(", ")? = seen.last { seen[seen.count - 1] = .text(",") }
        case .skipped: remove(from: group.start)
        case .raised, .lowered: endScript(from: group.start - 1)
        case .argument, .bracket:
            if isEmpty(from: group.start) { remove(from: group.start - 1) } else { seen.append(Self.other) }
        }
    }

    /// What is raised or lowered stands apart; but a point or a comma there looks like one in the row.
    private mutating func endScript(from start: Int) {
        let inside = seen.dropFirst(start + 1).reduce("") { text, part in
            if case .text(let more) = part { text + more } else { text + "x" }
        }.filter { !$0.isWhitespace }
        let points = "·⋅∙•`"
        guard
            inside.unicodeScalars.allSatisfy({
                $0.properties.generalCategory == .format || NumberAround.isMark($0) || points.unicodeScalars.contains($0)
            })
        else { return seen.append(Self.other) }
        remove(from: start)
        if !inside.isEmpty { seen.append(.text(String(inside.map { points.contains($0) ? "." : $0 }))) }
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
        // Blanks behind a command of letters end it, in text too.
        if name.last?.isLetter == true { rest = rest.drop(while: \.isBlank) }
        if FormulaWords.texts.contains(name) {
            if next == .plain, owed == 0, hidden == 0 { next = .text }
        } else if FormulaWords.lengths.contains(name) {
            switch TeXLength(&rest) {
            case .wide: if trustsSpaces { seen.append(Self.other) }
            case .narrow: break
            case .unread: isUnread = true
            }
        } else if name == "\\begin" || name == "\\end" {
            environment(&rest, isOpening: name == "\\begin")
        } else if let sign = FormulaWords.signs[name] {
            show(.text(sign))
        } else if FormulaWords.rows.contains(name) {
            // Elsewhere than in the row itself no line ends.
            if groups.count == columns.last?.depth ?? 0 { seen.append(.text(Self.rowEnd)) }
            if let last = columns.last, last.passed != nil { columns[columns.count - 1].passed = 0 }
            rest.passBracket()
        } else if FormulaWords.fractions.contains(name) {
            show(.text(String(Self.fraction)))
            owed += 2
        } else if FormulaWords.spaces.contains(name) {
            if trustsSpaces { show(Self.other) }
        } else if FormulaWords.parting.contains(name) {
            show(Self.ink)
            owed += FormulaWords.arguments[name] ?? 0
            mayHaveBracket = FormulaWords.optional.contains(name)
        } else if let count = FormulaWords.described[name] {
            if rest.first == .tex("*") { rest.removeFirst() }
            hidden += count
            rest.passBracket()
        } else if FormulaWords.brackets.contains(name) || name.lowercased().hasPrefix("\\big") {
            skipsDot = true
        } else {
            // A star belongs to it, and a comma behind it may have lost its room.
            if rest.first == .tex("*") { rest.removeFirst() }
            isTight = true
        }
    }

    private mutating func environment(_ rest: inout ArraySlice<FormulaToken>, isOpening: Bool) {
        let name = rest.takeWords()
        guard isOpening else {
            // One without a beginning shows nothing either.
            guard let start = columns.popLast()?.start else { return }
            // Nothing of a row stands behind the last end of one.
            while seen.count > start, case .text(Self.rowEnd)? = seen.last { seen.removeLast() }
            if FormulaWords.closed.contains(name) { seen.append(Self.other) }
            return
        }
        if FormulaWords.opened.contains(name) { seen.append(Self.other) }
        let isAligned = FormulaWords.aligned.contains(name)
        columns.append(
            Columns(
                passed: isAligned ? 0 : nil, depth: groups.count, isAt: FormulaWords.alignedAt.contains(name), start: seen.count
            ))
        rest.passBracket()
        if FormulaWords.formed.contains(name) { next = .skipped }
    }
}
