/// The columns that a claimed table's `columns` names: by position from 1, by heading, or by a heading in quotes where it reads
/// like a position.
struct ClaimedColumns {
    private(set) var indices: Set<Int> = []
    /// What is wrong with the list, and what to write.
    private(set) var problem: String?

    init(_ text: String?, of table: PipeTable) {
        guard let text else {
            indices = Set(table.header.indices)
            return
        }
        let headings = table.header.map { $0.plainText.trimmingSuffix(while: \.isWhitespace) }
        for (name, isQuoted) in Self.parts(text) {
            if !isQuoted, let number = Int(name) {
                guard number > 0, headings.indices.contains(number - 1) else {
                    problem =
                        headings.contains(name)
                        ? "this table has no \(number). column; write '\(name)' in quotes for the heading"
                        : "this table has no \(number). column, only \(headings.count)"
                    return
                }
                indices.insert(number - 1)
            } else if let index = headings.firstIndex(of: name) {
                indices.insert(index)
            } else {
                problem = "this table has no column “\(name)”; \(NearestKey.advice(for: name, in: headings))"
                return
            }
        }
    }

    /// The list cut at its commas, which in quotes cut nothing.
    private static func parts(_ text: String) -> [(name: String, isQuoted: Bool)] {
        var parts: [(name: String, isQuoted: Bool)] = []
        var current = ""
        var quote: Character?
        var isQuoted = false
        func finish() {
            let name = isQuoted ? current : current.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if !name.isEmpty { parts.append((name, isQuoted)) }
            current = ""
            isQuoted = false
        }
        for character in text {
            if character == quote {
                quote = nil
            } else if quote == nil, "'\"“‘".contains(character), current.allSatisfy(\.isWhitespace) {
                quote = character == "“" ? "”" : character == "‘" ? "’" : character
                isQuoted = true
                current = ""
            } else if quote == nil, character == "," {
                finish()
            } else if quote != nil || !isQuoted {
                current.append(character)
            }
        }
        finish()
        return parts
    }
}
