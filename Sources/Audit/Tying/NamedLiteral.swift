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
    /// Empty where words alone say what it is.
    var names: [NotedName]
    /// The names as written.
    var spelling: String
    /// nil for a number alone.
    var entry: Entry?
    var section: Int
    /// In a table: the whole numbers that its row begins with, such as a step's.
    var rowNumbers: [Int] = []
    /// In a table: which of its rows it is in, from 1.
    var ordinal: Int?
    /// Whether a calculation stands before it, so that words of the sentence may speak of what entered it.
    var isResult = false
    /// In a table: what its column and row are called.
    var labels: [Range<Int>] = []
    var place: Place

    /// What it stands together with.
    struct Place {
        /// Where its vector, matrix or list of numbers begins.
        var list: Int
        /// Where its table begins, and the column.
        var table: Int?
        var column: Int?
        var heading: Range<Int>?
        var rowLabel: Range<Int>?
    }

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

extension Literal {
    /// Its numbers, each with its place.
    var places: [(entry: Entry, place: NamedLiteral.Entry?)] {
        let columns = rows.first?.count ?? 0
        return rows.enumerated().filter { $1.count == columns }.flatMap { row, entries in
            entries.enumerated().map { column, entry in
                (entry, isNumber ? nil : .init(row: row, column: column, rows: rows.count, columns: columns))
            }
        }
    }
}

extension ReadChain {
    /// The numbers that this chain states as results or values, with the names it gives them; and those that it puts in for names.
    func namedLiterals(in text: FlatText) -> [NamedLiteral] {
        var found: [NamedLiteral] = []
        var names: [(name: NotedName, range: Range<Int>)] = []
        for side in sides {
            if let name = NotedNameReader.name(of: side.tokens, isCall: true) {
                names.append((name, side.range))
            } else if let literal = side.literal {
                let spelling = names.first.map { text.line($0.range) } ?? ""
                for (entry, place) in literal.places {
                    found.append(
                        NamedLiteral(
                            position: entry.operand.index, number: entry.number, names: names.map(\.name), spelling: spelling,
                            entry: place, section: section, isResult: sides.contains(where: \.isCalculation),
                            place: .init(list: literal.entries.first?.operand.index ?? entry.operand.index)))
                }
            }
        }
        for pair in substitutions.flatMap(\.pairs) {
            guard let name = NotedName(symbol: pair.symbol) else { continue }
            let number = Literal.Entry(operand: pair.number, isNegative: pair.isNegative).number
            found.append(
                NamedLiteral(
                    position: pair.number.index, number: number, names: [name], spelling: pair.symbol, entry: nil,
                    section: section, place: .init(list: pair.number.index)))
        }
        return found
    }
}

extension FlatText {
    /// A stretch on one line, with single spaces.
    func line(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
