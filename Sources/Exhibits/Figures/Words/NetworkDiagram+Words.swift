extension NetworkDiagram {
    /// `2–2–2`: how many units each column has, biases left out.
    public var shape: String {
        columns.map { column in
            let units = column.nodes.filter { $0.role != .bias }
            let hidden = units.filter { $0.role == .elided }.reduce(0) { $0 + (Int($1.label.prefix { $0.isNumber }) ?? 0) }
            return "\(units.count { $0.role != .elided } + hidden)"
        }.joined(separator: "–")
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
                say.weights, named.map { "\($0.label) = \(ReadableNumber.text($0.weight))" }.joined(separator: ", "))
            : AlternativeWords.said(say.connections, ReadableNumber.text(edges.count))
        return AlternativeWords.said(say.network, shape) + " \(layers.joined(separator: PageStyle.current.language.semicolon))."
            + weights
    }
}
