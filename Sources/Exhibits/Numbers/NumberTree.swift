/// Numbers in lists in lists, to any depth and of any length: gradients by layer, unit and input.
@_documentation(visibility: internal)
public indirect enum NumberTree: Codable, Hashable, Sendable {
    case number(Double)
    case list([NumberTree])

    /// All numbers in reading order.
    public var numbers: [Double] {
        switch self {
        case .number(let value): [value]
        case .list(let parts): parts.flatMap(\.numbers)
        }
    }

    /// The tree with each number as text, in brackets.
    public func text(_ number: (Double) -> String, open: String = "[", close: String = "]", separator: String = ", ") -> String
    {
        switch self {
        case .number(let value): number(value)
        case .list(let parts):
            open + parts.map { $0.text(number, open: open, close: close, separator: separator) }.joined(separator: separator)
                + close
        }
    }
}

extension Quantity {
    /// The quantity that a tree is: a vector or a matrix where it is one.
    public init(_ tree: NumberTree) {
        guard case .list(let parts) = tree else {
            self = .number(tree.numbers.first ?? .nan)
            return
        }
        let flat = parts.compactMap { if case .number(let value) = $0 { value } else { nil } }
        if flat.count == parts.count {
            self = .vector(flat)
            return
        }
        let rows = parts.compactMap { part -> [Double]? in
            guard case .vector(let row) = Quantity(part) else { return nil }
            return row
        }
        let isMatrix = rows.count == parts.count && rows.allSatisfy { $0.count == rows[0].count }
        self = isMatrix ? .matrix(rows) : .nested(tree)
    }

    /// The numbers as a tree; `nil` for what isn't made of numbers.
    public var tree: NumberTree? {
        switch self {
        case .number(let value): .number(value)
        case .integer(let value): .number(Double(value))
        case .vector(let values): .list(values.map(NumberTree.number))
        case .matrix(let rows): .list(rows.map { .list($0.map(NumberTree.number)) })
        case .nested(let tree): tree
        case .boolean, .text: nil
        }
    }
}
