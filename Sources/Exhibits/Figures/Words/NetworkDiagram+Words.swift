extension NetworkDiagram {
    /// `2–2–2`: how many units each column has, biases left out.
    public var shape: String {
        columns.map { column in
            let units = column.nodes.filter { $0.role != .bias }
            let hidden = units.filter { $0.role == .elided }.reduce(0) { $0 + Self.count(in: $1.label) }
            return "\(units.count { $0.role != .elided } + hidden)"
        }.joined(separator: "–")
    }

    /// How many units a label says are left out: `12 more`. A number that no network has says nothing.
    private static func count(in label: String) -> Int {
        guard let count = Int(label.prefix { $0.isNumber }), (0...1_000_000_000).contains(count) else { return 0 }
        return count
    }

    /// The picture in words: the layers, then the weights when they are few.
    public var words: String {
        let say = AlternativeWords.current
        let layers = columns.map { column in
            let names = column.nodes.map { node in
                node.value.map { "\(node.label) = \(ReadableNumber.text($0))" } ?? node.label
            }
            return column.title + PageStyle.current.language.colon + names.joined(separator: PageStyle.current.language.comma)
        }
        let named = edges.filter { !$0.label.isEmpty }
        let weights =
            named.count <= 16 && !named.isEmpty
            ? AlternativeWords.said(
                say.weights,
                named.map { "\($0.label) = \(ReadableNumber.text($0.weight))" }.joined(
                    separator: PageStyle.current.language.comma))
            : AlternativeWords.said(say.connections, ReadableNumber.text(edges.count))
        return AlternativeWords.said(say.network, shape) + " \(layers.joined(separator: PageStyle.current.language.semicolon))."
            + weights
    }
}
