/// What a cell at file scope declares, and before which lines `fileprivate` keeps it to its file.
struct Declarations {
    /// The lines, from 0, before which the modifier goes.
    private(set) var lines: [Int] = []
    private(set) var types: Set<Substring> = []
    /// The types to which an extension gives a conformance. Such an extension takes no modifier; its members are as hidden as
    /// the type is.
    private(set) var conforming: Set<Substring> = []
    /// Whether something is declared that other files of the module see whatever is done, or that takes no line before it, as
    /// what has an attribute.
    private(set) var reachesOut = false

    private static let types: Set<Substring> = ["struct", "class", "enum", "actor", "typealias", "protocol"]
    private static let others: Set<Substring> = ["func", "extension"]
    private static let modifiers: Set<Substring> = ["final", "indirect", "nonisolated"]
    private static let hiding: Set<Substring> = ["private", "fileprivate"]

    init(_ code: String) {
        var depth = 0
        for (number, line) in BlankedCode(code).lines.enumerated() {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if depth == 0, let first = text.first, first != "}", first != ")" {
                let words = text.split { " (:<{".contains($0) }.drop { Self.modifiers.contains($0) }
                note(words.first ?? "", words.dropFirst().first ?? "", of: text, on: number)
            }
            for byte in text.utf8 {
                depth += Nesting.step(byte)
                // The modifier goes before lines: the second declaration of a line would stay without.
                if byte == UInt8(ascii: ";"), depth == 0 { reachesOut = true }
            }
        }
    }

    private mutating func note(_ keyword: Substring, _ name: Substring, of line: Substring, on number: Int) {
        if keyword == "import" || Self.hiding.contains(keyword) { return }
        guard Self.types.contains(keyword) || Self.others.contains(keyword) else { return reachesOut = true }
        if keyword == "extension" {
            // Whether an extension gives a conformance has to be seen.
            guard line.contains("{") else { return reachesOut = true }
            let head = line.prefix { $0 != "{" }
            let named = head.firstRange(of: " where ").map { head[..<$0.lowerBound] } ?? head
            if named.contains(":") {
                conforming.insert(name)
                return
            }
        } else if Self.types.contains(keyword), keyword != "typealias" {
            // Another name of a type that isn't the lesson's is no type of the lesson's.
            types.insert(name)
        }
        lines.append(number)
    }
}
