import Exhibits

/// The named numbers of a graph as a page writes them: symbol, value and derivative of the result.
public struct NamedNumbers: Sendable {
    public struct Entry: Sendable {
        /// TeX.
        public let symbol: String
        public let value: Double
        /// ∂result/∂this.
        public let gradient: Double
        private let style: MathStyle

        init(_ symbol: String, _ value: Double, _ gradient: Double, _ style: MathStyle) {
            self.symbol = symbol
            self.value = value
            self.gradient = gradient
            self.style = style
        }

        /// `net_{h1} = 0.3775` as TeX.
        public var valueLine: String { "\(symbol) = \(style.number(value))" }

        /// `\partial E / \partial net_{h1} = 0.04` as TeX, for the result's symbol.
        public func gradientLine(of result: String) -> String {
            "\\partial \(result) / \\partial \(symbol) = \(style.number(gradient))"
        }
    }

    private let graph: ScalarGraph
    private let gradients: [Double]
    private let style: MathStyle
    /// What the derivatives are of, as TeX.
    public let result: String

    public init(_ graph: ScalarGraph, in page: PageStyle = .current) {
        self.graph = graph
        gradients = graph.gradients()
        style = MathStyle(page)
        let style = style
        result = graph.symbol(of: graph.root).map { style.tex($0) } ?? "L"
    }

    /// The number under a name, or `nil` for a name the graph doesn't know.
    public subscript(name: String) -> Entry? {
        guard let node = graph.node(named: name), let symbol = graph.symbol(of: node) else { return nil }
        return Entry(style.tex(symbol), graph.values[node], gradients[node], style)
    }
}
