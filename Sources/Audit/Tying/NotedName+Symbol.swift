extension NotedName {
    /// A name as calculations spell it: `net_o1`, `hat(y)_1^(2)`, `\partialE_total/\partialw_5`.
    init?(symbol: String) {
        let halves = symbol.split(separator: "/", omittingEmptySubsequences: false)
        if halves.count == 2 {
            guard let top = Self.differential(halves[0]), let bottom = Self.differential(halves[1]) else { return nil }
            self = .derivative(top, by: bottom)
            return
        }
        guard halves.count == 1, let letter = NotedLetter(symbol: symbol[...]) else { return nil }
        self = .quantity(letter)
    }

    /// Letters that carry indices, the longest first.
    private static let bases = [
        "target", "out", "net", "loss", "E", "L", "J", "C", "w", "W", "b", "a", "z", "h", "o", "y", "x", "i", "p", "t",
    ]

    /// In a derivative the index has lost its mark: `outh1` is out_h1.
    private static func underscored(_ text: Substring) -> String {
        guard let base = bases.first(where: { text.hasPrefix($0) }), text.count > base.count else { return String(text) }
        let rest = text.dropFirst(base.count)
        return rest.first.map { $0.isLetter || $0.isNumber } == true ? base + "_" + rest : String(text)
    }

    private static func differential(_ text: Substring) -> NotedLetter? {
        for mark in ["\\partial", "∂", "d"] where text.hasPrefix(mark) {
            let rest = text.dropFirst(mark.count)
            return NotedLetter(symbol: rest.contains("_") ? rest : underscored(rest)[...])
        }
        return nil
    }
}

extension NotedLetter {
    /// A letter with its scripts as calculations spell it.
    init?(symbol: Substring) {
        var rest = symbol
        func prefix(_ holds: (Character) -> Bool) -> String {
            let text = String(rest.prefix(while: holds))
            rest = rest.dropFirst(text.count)
            return text
        }
        if rest.hasPrefix("\\") { rest = rest.dropFirst() }
        let first = prefix(\.isLetter)
        if rest.hasPrefix("("), let close = rest.firstIndex(of: ")") {
            guard let inner = NotedLetter(symbol: rest[rest.index(after: rest.startIndex)..<close]) else { return nil }
            self = inner
            accent = first == "widehat" ? "hat" : first
            rest = rest[rest.index(after: close)...]
        } else {
            guard !first.isEmpty else { return nil }
            self.init(base: first)
        }
        while let mark = rest.first {
            rest = rest.dropFirst()
            switch mark {
            case "'": isUpdated = true
            case "_":
                guard lower.isEmpty else { return nil }
                var text = prefix { $0 != "^" && $0 != "_" && $0 != "'" }[...]
                while let character = text.first {
                    let run =
                        character.isLetter
                        ? text.prefix(while: \.isLetter) : character.isNumber ? text.prefix(while: \.isNumber) : text.prefix(1)
                    if run != "\\" { lower.append(String(run)) }
                    text = text.dropFirst(run.count)
                }
            case "^":
                let text = prefix { $0 != "^" && $0 != "_" }
                if Self.updated.contains(text) {
                    isUpdated = true
                } else if let number = Int(text.dropFirst().dropLast()), text.hasPrefix("(") || text.hasPrefix("[") {
                    level = number
                } else {
                    return nil
                }
            default: return nil
            }
        }
    }
}
