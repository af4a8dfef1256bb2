import Claims

/// A quantity's name as notes write it, taken apart.
enum NotedName: Hashable {
    case quantity(NotedLetter)
    /// `\frac{\partial E}{\partial w_5}`; `dW` and its like have no letter for what is differentiated.
    case derivative(NotedLetter?, by: NotedLetter)
}

/// A letter with its accent and indices: `\hat{y}_1^{(2)}`.
struct NotedLetter: Hashable {
    /// Without the backslash: `delta`, `net`.
    var base: String
    var accent: String?
    /// The marks of the lower index, such as `h`, `1`.
    var lower: [String] = []
    /// The number in the upper index, in brackets of either kind.
    var level: Int?
    /// `^+`, `^{new}`, a prime.
    var isUpdated = false

    /// What an upper index says that is no level.
    static let updated: Set<String> = ["+", "new", "neu", "nuevo", "updated", "'", "prime"]
}

/// Reads marks as a name and nothing else.
struct NotedNameReader {
    private let tokens: [MathToken]
    private var index = 0

    /// The name that all of these marks are; nil where they are anything else.
    ///
    /// - Parameter isCall: whether arguments may stand behind it: `L(w, b)` is L, and `h(2)` is h with the index 2.
    static func name(of tokens: [MathToken], isCall: Bool = false) -> NotedName? {
        guard tokens.count <= 60 else { return nil }
        var reader = NotedNameReader(tokens)
        guard var name = reader.name() else { return nil }
        if reader.index == tokens.count { return name }
        // h1, set without an index.
        if case .quantity(var letter) = name, reader.index == tokens.count - 1, letter.lower.isEmpty,
            case .number(let number) = tokens[reader.index].kind, number.place >= 0, !tokens[reader.index].isSpaced
        {
            letter.lower = [number.text]
            return .quantity(letter)
        }
        guard isCall, tokens[reader.index].isMark("("), let last = tokens.last, last.isMark(")") else { return nil }
        let inside = tokens[(reader.index + 1)..<(tokens.count - 1)]
        guard !inside.contains(where: { $0.isMark("(") || $0.isMark(")") }) else { return nil }
        if inside.count == 1, case .number(let number)? = inside.first?.kind, number.place >= 0,
            case .quantity(var letter) = name
        {
            letter.lower.append(number.text)
            name = .quantity(letter)
        }
        return name
    }

    private init(_ tokens: [MathToken]) { self.tokens = tokens }

    private func kind(at offset: Int = 0) -> MathToken.Kind? {
        index + offset < tokens.count ? tokens[index + offset].kind : nil
    }

    private mutating func takes(_ kind: MathToken.Kind) -> Bool {
        guard self.kind() == kind else { return false }
        index += 1
        return true
    }

    private mutating func name() -> NotedName? {
        if case .command(let command)? = kind(), ["frac", "dfrac", "tfrac", "cfrac"].contains(command) {
            index += 1
            guard takes(.mark("{")), let top = differential(), takes(.mark("}")), takes(.mark("{")),
                let bottom = differential(), takes(.mark("}"))
            else { return nil }
            return .derivative(top, by: bottom)
        }
        if isPartial(kind()) {
            guard let top = differential(), takes(.mark("/")), let bottom = differential() else { return nil }
            return .derivative(top, by: bottom)
        }
        if kind() == .command("nabla") || kind() == .mark("∇") {
            index += 1
            guard takes(.mark("_")) else { return nil }
            let isGroup = takes(.mark("{"))
            guard let by = letter(), !isGroup || takes(.mark("}")) else { return nil }
            let top = kind() == nil ? nil : letter()
            return .derivative(top, by: by)
        }
        if kind() == .letters("d"), case .command? = kind(at: 1) {
            index += 1
            return letter().map { .derivative(nil, by: $0) }
        }
        // dW of code and of courses that follow it.
        if case .letters(let text)? = kind(), text.count == 2, text.hasPrefix("d"), let by = letter() {
            var plain = by
            plain.base.removeFirst()
            return .derivative(nil, by: plain)
        }
        return letter().map { .quantity($0) }
    }

    private func isPartial(_ kind: MathToken.Kind?) -> Bool { kind == .command("partial") || kind == .mark("∂") }

    /// `\partial E`, `dE`.
    private mutating func differential() -> NotedLetter? {
        if isPartial(kind()) {
            index += 1
            return letter()
        }
        if kind() == .letters("d") {
            index += 1
            return letter()
        }
        guard case .letters(let text)? = kind(), text.count > 1, text.hasPrefix("d"), var inner = letter() else { return nil }
        inner.base.removeFirst()
        return inner
    }

    private mutating func letter() -> NotedLetter? {
        guard var letter = plainLetter() else { return nil }
        while true {
            if takes(.mark("_")) {
                guard letter.lower.isEmpty, let marks = script() else { return nil }
                letter.lower = marks
            } else if takes(.mark("'")) {
                letter.isUpdated = true
            } else if kind() == .mark("^") {
                index += 1
                guard let marks = script(), raise(marks, in: &letter) else { return nil }
            } else {
                return letter
            }
        }
    }

    private func raise(_ marks: [String], in letter: inout NotedLetter) -> Bool {
        if marks.count == 1, NotedLetter.updated.contains(marks[0]) {
            letter.isUpdated = true
            return true
        }
        guard marks.count == 3, ["()", "[]"].contains(marks[0] + marks[2]),
            letter.level == nil, let level = Int(marks[1])
        else { return false }
        letter.level = level
        return true
    }

    private mutating func plainLetter() -> NotedLetter? {
        switch kind() {
        case .letters(let text)?:
            index += 1
            return NotedLetter(base: text)
        case .command(let command)? where TeXNames.accents.contains(command):
            index += 1
            let isGroup = takes(.mark("{"))
            guard var inner = isGroup ? letter() : plainLetter(), !isGroup || takes(.mark("}")) else { return nil }
            inner.accent = command == "widehat" ? "hat" : command
            return inner
        case .command(let command)? where command == "mathcal" || command == "mathbb":
            index += 1
            return plainLetter()
        case .command(let command)? where TeXNames.greek.contains(command) || command == "Delta":
            index += 1
            // δx and Δw: one name.
            if command.lowercased() == "delta", case .letters(let text)? = kind() {
                index += 1
                return NotedLetter(base: command + text)
            }
            return NotedLetter(base: command)
        case .mark("{")?:
            index += 1
            guard let inner = letter(), takes(.mark("}")) else { return nil }
            return inner
        default: return nil
        }
    }

    /// The marks of an index, however they are grouped.
    private mutating func script() -> [String]? {
        guard takes(.mark("{")) else {
            guard let mark = kind().flatMap(spelled) else { return nil }
            index += 1
            return [mark]
        }
        var (nested, marks) = (1, [String]())
        while let next = kind() {
            index += 1
            switch next {
            case .mark("{"): nested += 1
            case .mark("}"):
                nested -= 1
                if nested == 0 { return marks }
            case .mark("_"), .mark(","): break
            default:
                guard let mark = spelled(next) else { return nil }
                marks.append(mark)
            }
        }
        return nil
    }

    private func spelled(_ kind: MathToken.Kind) -> String? {
        switch kind {
        case .letters(let text), .words(let text), .command(let text): text
        case .number(let number): number.text
        case .mark(let mark): String(mark)
        default: nil
        }
    }
}
