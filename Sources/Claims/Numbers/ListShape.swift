import Exhibits

/// How the numbers of a list are nested.
indirect enum ListShape: Hashable, Sendable {
    case number
    case list([ListShape])

    init(_ tree: NumberTree) {
        switch tree {
        case .number: self = .number
        case .list(let parts): self = .list(parts.map(ListShape.init))
        }
    }

    /// Rows, columns and so on inwards, where all lists of a level are equally long; nil for ragged lists.
    var dimensions: [Int]? {
        guard case .list(let parts) = self else { return [] }
        guard let first = parts.first else { return [0] }
        guard parts.allSatisfy({ $0 == first }) else { return nil }
        return first.dimensions.map { [parts.count] + $0 }
    }

    /// Whether it is a row or a column: as such both are the same vector.
    var isVector: Bool {
        guard let dimensions, !dimensions.isEmpty else { return false }
        return dimensions.count { $0 != 1 } <= 1 && dimensions.count <= 2
    }

    /// `[2, 0, 1]` for each number, in reading order.
    var labels: [String] {
        isVector ? (0..<count).map { "[\($0)]" } : paths.map { "[" + $0.map(String.init).joined(separator: ", ") + "]" }
    }

    private var count: Int { paths.count }

    private var paths: [[Int]] {
        switch self {
        case .number: [[]]
        case .list(let parts): parts.enumerated().flatMap { index, part in part.paths.map { [index] + $0 } }
        }
    }

    /// Numbers as text in this shape.
    func text(_ numbers: [String]) -> String {
        var rest = numbers[...]
        func write(_ shape: ListShape) -> String {
            switch shape {
            case .number: rest.popFirst() ?? "…"
            case .list(let parts): "[" + parts.map(write).joined(separator: ", ") + "]"
            }
        }
        return write(self)
    }

    /// `2 × 3 numbers`, `4 numbers`, `3 lists of different length`.
    var words: String {
        guard let dimensions else {
            guard case .list(let parts) = self else { return "a number" }
            return "\(parts.count) lists of different shape"
        }
        if dimensions.count == 1 { return "1 × \(dimensions[0])" }
        return dimensions.map(String.init).joined(separator: " × ")
    }
}
