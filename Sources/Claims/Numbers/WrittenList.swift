import Exhibits

/// A vector, a matrix or a deeper list as written, each number with its own place in the text.
///
/// `[1, 2]`, `(1, 2)`, `[1 2]`, `[1 2; 3 4]`, `[[1, 2], [3, 4]]`, `\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}` and its kin,
/// `(1, 2)^T`; a tolerance or a precision behind it holds for each of its numbers.
public struct WrittenList: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public var number: WrittenNumber
        /// Bytes from the beginning of the claim's text to the number.
        public var offset: Int
    }

    /// A number, or a list in the list.
    indirect enum Part: Hashable, Sendable {
        case number(Entry)
        case list([Part])

        var entries: [Entry] {
            switch self {
            case .number(let entry): [entry]
            case .list(let parts): parts.flatMap(\.entries)
            }
        }

        /// The same where one byte that was read before it isn't in the text.
        var withoutFirstBracket: Part {
            switch self {
            case .number(let entry): .number(Entry(number: entry.number, offset: entry.offset - 1))
            case .list(let parts): .list(parts.map(\.withoutFirstBracket))
            }
        }

        /// The same without numbers, to be held against what was computed.
        var shape: ListShape {
            switch self {
            case .number: .number
            case .list(let parts): .list(parts.map(\.shape))
            }
        }
    }

    let parts: [Part]

    public var entries: [Entry] { parts.flatMap(\.entries) }
    var shape: ListShape { .list(parts.map(\.shape)) }

    /// The rows of a matrix as they stand on the page; a vector is one row or one column.
    public var rows: [[Entry]] {
        let isVector = parts.allSatisfy { if case .number = $0 { true } else { false } }
        return isVector ? [entries] : parts.map(\.entries)
    }

    /// Reads a vector or a matrix, or returns nil when the text isn't one; rows of unequal length aren't one either.
    public init?(parsing text: String, mark: DecimalMark = .point) {
        self.init(anyShape: text, mark: mark)
        guard shape.dimensions.map({ $0.count <= 2 }) == true else { return nil }
    }

    /// Reads a list whose outer brackets are those of the link round it: `[1, 2](claim:…)`, `[[1, 2], [3, 4]](claim:…)`,
    /// `[1 2; 3 4](claim:…)`.
    init?(inLinkBrackets text: String, mark: DecimalMark) {
        guard let list = WrittenList(anyShape: "[\(text)]", mark: mark), list.entries.count > 1 else { return nil }
        parts = list.parts.map(\.withoutFirstBracket)
    }

    /// Reads a list of any shape, to any depth.
    init?(anyShape text: String, mark: DecimalMark) {
        var reader = ListReader(text, mark: mark)
        guard let parts = reader.readAll(), !parts.flatMap(\.entries).isEmpty else { return nil }
        self.parts = parts
    }
}
