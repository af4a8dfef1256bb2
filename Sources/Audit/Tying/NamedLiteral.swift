import Claims

extension NotedName {
    /// Whether it is a single letter that notes use for much else: `a` of a slope, `L` of a number of layers.
    var isBare: Bool {
        guard case .quantity(let letter) = self else { return false }
        return letter.lower.isEmpty && letter.level == nil && letter.accent == nil && letter.base.count == 1
    }
}

/// A number of the notes with the names that stand beside it, and its place in the vector or matrix that it belongs to.
struct NamedLiteral {
    /// Where it stands in the flat text.
    var position: Int
    var number: WrittenNumber
    var names: [NotedName]
    /// The names as written.
    var spelling: String
    /// nil for a number alone.
    var entry: Entry?
    var section: Int

    struct Entry: Hashable {
        var row: Int
        var column: Int
        var rows: Int
        var columns: Int

        /// Its place in a vector, from 1; nil in a matrix.
        var unit: Int? { rows == 1 || columns == 1 ? max(row, column) + 1 : nil }
        var count: Int { rows * columns }
    }
}

extension ReadChain {
    /// The numbers to which this chain gives a name.
    func namedLiterals(in text: FlatText) -> [NamedLiteral] {
        guard sides.count > 1 else { return [] }
        var found: [NamedLiteral] = []
        var names: [(name: NotedName, range: Range<Int>)] = []
        for side in sides {
            if let name = NotedNameReader.name(of: side.tokens) {
                names.append((name, side.range))
            } else if let literal = side.literal, let first = names.first {
                let spelling = String(decoding: text.bytes[first.range], as: UTF8.self)
                let columns = literal.rows.first?.count ?? 0
                for (row, entries) in literal.rows.enumerated() where entries.count == columns {
                    for (column, entry) in entries.enumerated() {
                        found.append(
                            NamedLiteral(
                                position: entry.operand.index, number: entry.number, names: names.map(\.name),
                                spelling: spelling.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                                entry: literal.isNumber
                                    ? nil
                                    : .init(row: row, column: column, rows: literal.rows.count, columns: columns),
                                section: section))
                    }
                }
            }
        }
        return found
    }
}
