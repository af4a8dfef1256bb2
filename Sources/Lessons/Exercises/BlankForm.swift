/// How an answer is to be written: text with a field for each number, `(_.___, _.___)`.
///
/// A field is a row of underscores. Those behind a decimal mark say how many digits are asked for there. A row of number signs,
/// `#.###`, is a number that the page gives: what is left to do is the rest.
public struct BlankForm: Hashable, Sendable {
    public enum Piece: Hashable, Sendable {
        case text(String)
        case field(Field)
    }

    public struct Field: Hashable, Sendable {
        /// How many characters wide it was drawn.
        public var width: Int
        /// How many digits behind the decimal mark; nil where the field has no mark.
        public var decimals: Int?
        /// Whether the page says the number here.
        public var isGiven = false
    }

    public var pieces: [Piece]

    /// One for each number, given ones among them.
    public var fields: [Field] {
        pieces.compactMap { if case .field(let field) = $0 { field } else { nil } }
    }

    /// The places of the numbers that are to be written, among all of them.
    public var asked: [Int] { fields.indices.filter { !fields[$0].isGiven } }

    /// The rows of a matrix, `[__ __; __ __]`, each with the semicolon that ends it; what isn't drawn as one is a single row.
    public var rows: [BlankForm] {
        guard case .text(let opening) = pieces.first, opening.hasPrefix("[") else { return [self] }
        var rows: [[Piece]] = [[]]
        for piece in pieces {
            guard case .text(let plain) = piece else {
                rows[rows.count - 1].append(piece)
                continue
            }
            let parts = plain.split(separator: ";", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                let isLast = index == parts.count - 1
                let text =
                    (rows[rows.count - 1].isEmpty ? String(part.trimmingPrefix(" ")) : String(part)) + (isLast ? "" : ";")
                if !text.isEmpty { rows[rows.count - 1].append(.text(text)) }
                if !isLast { rows.append([]) }
            }
        }
        return rows.map { pieces in
            var row = self
            row.pieces = pieces
            return row
        }
    }

    /// `nil` for text without a field: two underscores or more, or one on either side of a decimal mark.
    public init?(_ text: String) {
        var pieces: [Piece] = []
        var plain = ""
        var rest = Substring(text)
        while let first = rest.first {
            guard first == "_" || first == "#", let (field, length) = Self.field(rest) else {
                plain.append(rest.removeFirst())
                continue
            }
            if !plain.isEmpty { pieces.append(.text(plain)) }
            plain = ""
            pieces.append(.field(field))
            rest = rest.dropFirst(length)
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        self.pieces = pieces
        if asked.isEmpty { return nil }
    }

    private static func field(_ text: Substring) -> (Field, Int)? {
        let sign = text.first
        let whole = text.prefix { $0 == sign }.count
        let behind = text.dropFirst(whole)
        if let mark = behind.first, mark == "." || mark == "," {
            let decimals = behind.dropFirst().prefix { $0 == sign }.count
            if decimals > 0 {
                let field = Field(width: whole + 1 + decimals, decimals: decimals, isGiven: sign == "#")
                return (field, whole + 1 + decimals)
            }
        }
        return whole >= 2 ? (Field(width: whole, decimals: nil, isGiven: sign == "#"), whole) : nil
    }

    /// The answer as its author wants it written, with `write` for each field.
    public func filled(text: (String) -> String, field write: (Int, Field) -> String) -> String {
        parts(text: text, field: write).joined()
    }

    /// The same with parts of any kind.
    public func parts<Part>(text: (String) -> Part, field write: (Int, Field) -> Part) -> [Part] {
        var number = 0
        return pieces.map { piece in
            switch piece {
            case .text(let plain): return text(plain)
            case .field(let field):
                defer { number += 1 }
                return write(number, field)
            }
        }
    }
}
