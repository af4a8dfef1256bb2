/// A computation as a graph of numbers: each node with its value and its gradient, each edge from what goes in to what comes out.
///
/// Drawn from left to right, the value above and the gradient below each node, as CS231n and micrograd draw them.
public struct ComputationGraph: Codable, Hashable, Sendable {
    public struct Node: Codable, Hashable, Sendable {
        public enum Kind: String, Codable, Sendable {
            /// A number that is given: an input, a parameter.
            case variable
            /// A number written in the formula: the 2 of `2x`.
            case constant
            /// The result of an operation on other nodes.
            case operation
        }

        public var id: String
        public var kind: Kind
        /// What the node does, in plain text: `+`, `×`, `exp`; empty for variables and constants.
        public var operation: String
        /// Its name in plain text with `_` before a subscript (`net_h1`), if it has one.
        public var name: String?
        public var value: Double
        /// The derivative of the graph's result with respect to this node; `nil` for constants.
        public var gradient: Double?

        public init(
            id: String, kind: Kind, operation: String = "", name: String? = nil, value: Double, gradient: Double? = nil
        ) {
            self.id = id
            self.kind = kind
            self.operation = operation
            self.name = name
            self.value = value
            self.gradient = gradient
        }
    }

    /// An operand of `to`; the same pair may occur twice, as in `x · x`.
    public struct Edge: Codable, Hashable, Sendable {
        public var from: String
        public var to: String

        public init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }

    /// Operands stand before the operations that use them; the result is last.
    public var nodes: [Node]
    public var edges: [Edge]
    /// How numbers are written; `nil` means the page's digits.
    public var format: NumberFormat?

    public init(nodes: [Node], edges: [Edge], format: NumberFormat? = nil) {
        self.nodes = nodes
        self.edges = edges
        self.format = format
    }
}
