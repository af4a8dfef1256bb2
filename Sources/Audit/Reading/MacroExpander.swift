/// The macros that authors define, and what stands for them.
struct MacroExpander {
    struct Macro {
        var parameters: Int
        /// What stands for the first argument where none is given in brackets.
        var usual: [UInt8]?
        var body: [UInt8]
    }

    private var macros: [String: Macro] = [:]
    /// Expansions are bounded in number, size and depth: a macro may call itself.
    private var left = 100_000
    private var bytesLeft = 8 << 20
    static let deepest = 40

    private static let defining: Set<String> = [
        "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "def", "gdef", "DeclareMathOperator",
    ]
    /// Ours to read: an author who defines them anew changes how they look, not what they mean.
    private static let reserved: Set<String> = [
        "begin", "end", "frac", "cdot", "times", "sqrt", "left", "right", "item", "section", "sum", "exp", "log", "ln",
    ]

    /// Reads a definition at `position`; answers where it ends.
    mutating func definition(named name: String, in piece: Piece, at position: Int, _ groups: GroupEnds) -> Int? {
        guard Self.defining.contains(name) else { return nil }
        let bytes = piece.bytes
        var index = position + 1 + name.utf8.count
        if index < bytes.count, bytes[index] == UInt8(ascii: "*") { index += 1 }
        index = bytes.skippingSpaces(from: index)
        guard index < bytes.count else { return nil }
        let isBraced = bytes[index] == UInt8(ascii: "{")
        if isBraced { index = bytes.skippingSpaces(from: index + 1) }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\\") else { return nil }
        let called = bytes.word(at: index + 1)
        index += 1 + max(1, called.utf8.count)
        index = bytes.skippingSpaces(from: index)
        if isBraced {
            guard index < bytes.count, bytes[index] == UInt8(ascii: "}") else { return nil }
            index = bytes.skippingSpaces(from: index + 1)
        }
        var macro = Macro(parameters: 0, usual: nil, body: [])
        if name == "def" || name == "gdef" {
            while index < bytes.count, bytes[index] != UInt8(ascii: "{") {
                // Only parameters one after the other; what is delimited is passed over.
                if bytes[index] == UInt8(ascii: "#") { macro.parameters += 1 }
                index += 1
            }
        } else {
            if let (inside, end) = Self.bracket(in: bytes, at: index) {
                macro.parameters = Int(String(decoding: inside, as: UTF8.self)) ?? 0
                index = bytes.skippingSpaces(from: end)
                if let (usual, end) = Self.bracket(in: bytes, at: index) {
                    macro.usual = usual
                    index = bytes.skippingSpaces(from: end)
                }
            }
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{"), let end = groups.end(at: index) else { return nil }
        macro.body = Array(bytes[(index + 1)..<(end - 1)])
        if name == "DeclareMathOperator" { macro.body = Array("\\operatorname{".utf8) + macro.body + [UInt8(ascii: "}")] }
        if !called.isEmpty, !Self.reserved.contains(called), (0...9).contains(macro.parameters) { macros[called] = macro }
        return end
    }

    private static func bracket(in bytes: [UInt8], at position: Int) -> (inside: [UInt8], end: Int)? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "["),
            let end = bytes[position..<min(bytes.count, position + 500)].firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        return (Array(bytes[(position + 1)..<end]), end + 1)
    }

    /// What stands for a macro at `position`, its own macros expanded too, and where its arguments end.
    mutating func expansion(
        of name: String, in piece: Piece, at position: Int, _ groups: GroupEnds, depth: Int = 0
    ) -> (Piece, end: Int)? {
        guard let macro = macros[name], depth < Self.deepest, left > 0 else { return nil }
        left -= 1
        var index = position + 1 + name.utf8.count
        var arguments: [Piece] = []
        if let usual = macro.usual {
            let start = piece.bytes.skippingSpaces(from: index)
            if let (inside, end) = Self.bracket(in: piece.bytes, at: start) {
                arguments.append(piece[(start + 1)..<(start + 1 + inside.count)])
                index = end
            } else {
                arguments.append(at(piece.origins[position], usual))
            }
        }
        while arguments.count < macro.parameters {
            let start = piece.bytes.skippingSpaces(from: index)
            guard start < piece.bytes.count else { return nil }
            if piece.bytes[start] == UInt8(ascii: "{"), let end = groups.end(at: start) {
                arguments.append(piece[(start + 1)..<(end - 1)])
                index = end
            } else if piece.bytes[start] == UInt8(ascii: "\\") {
                let end = start + 1 + max(1, piece.bytes.word(at: start + 1).utf8.count)
                arguments.append(piece[start..<min(end, piece.bytes.count)])
                index = min(end, piece.bytes.count)
            } else {
                arguments.append(piece[start..<(start + 1)])
                index = start + 1
            }
        }
        let filled = filling(macro.body, with: arguments, at: piece.origins[position])
        bytesLeft -= filled.bytes.count
        guard bytesLeft > 0 else {
            left = 0
            return nil
        }
        return (expanded(filled, depth: depth + 1), index)
    }

    private func at(_ origin: Origin, _ bytes: [UInt8]) -> Piece {
        Piece(bytes: bytes, origins: Array(repeating: origin, count: bytes.count))
    }

    private func filling(_ body: [UInt8], with arguments: [Piece], at origin: Origin) -> Piece {
        var result = Piece()
        var index = 0
        while index < body.count {
            if body[index] == UInt8(ascii: "#"), index + 1 < body.count, body[index + 1].isDigit {
                let number = Int(body[index + 1]) - 0x31
                if arguments.indices.contains(number) { result.append(arguments[number]) }
                index += 2
            } else {
                result.append(at(origin, [body[index]]))
                index += 1
            }
        }
        return result
    }

    /// A text with its macros expanded.
    mutating func expanded(_ piece: Piece, depth: Int) -> Piece {
        guard !macros.isEmpty, piece.bytes.contains(UInt8(ascii: "\\")) else { return piece }
        var result = Piece()
        let groups = GroupEnds(piece.bytes)
        var index = 0
        while index < piece.bytes.count {
            if piece.bytes[index] == UInt8(ascii: "\\") {
                let name = piece.bytes.word(at: index + 1)
                if let (inner, end) = expansion(of: name, in: piece, at: index, groups, depth: depth) {
                    result.append(inner)
                    index = end
                    continue
                }
                let end = min(piece.bytes.count, index + 1 + max(1, name.utf8.count))
                result.append(piece[index..<end])
                index = end
            } else {
                result.append(piece[index..<(index + 1)])
                index += 1
            }
        }
        return result
    }
}
