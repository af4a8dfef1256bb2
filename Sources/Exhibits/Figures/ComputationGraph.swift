/// A computation as a graph of numbers: each node with its value and its gradient, each edge from what goes in to what comes out.
///
/// Drawn from left to right, the value above and the gradient below each node, as CS231n and micrograd draw them.
public struct ComputationGraph: Codable, Hashable, Sendable {
    /// A number of the computation.
    public struct Node: Codable, Hashable, Sendable {
        /// What the number is.
        public enum Kind: String, Codable, Sendable {
            /// A number that is given: an input, a parameter.
            case variable
            /// A number written in the formula: the 2 of `2x`.
            case constant
            /// The result of an operation on other nodes.
            case operation
        }

        /// What edges call it.
        public var id: String
        /// What the number is.
        public var kind: Kind
        /// What the node does, in plain text: `+`, `×`, `exp`; empty for variables and constants.
        public var operation: String
        /// Its name in plain text with `_` before a subscript (`net_h1`), if it has one.
        public var name: String?
        /// The value of the forward pass.
        public var value: Double
        /// The derivative of the graph's result with respect to this node; `nil` for constants.
        public var gradient: Double?

        /// A node; one without a name shows its operation alone.
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
        /// The id of the node that goes in.
        public var from: String
        /// The id of the node that comes out.
        public var to: String

        /// An edge between the nodes of these ids.
        public init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }

    /// Operands stand before the operations that use them; the result is last.
    public var nodes: [Node]
    /// From operands to results.
    public var edges: [Edge]
    /// How numbers are written; `nil` means the page's digits.
    public var format: NumberFormat?

    /// A graph of nodes and edges; `format` writes its numbers.
    public init(nodes: [Node], edges: [Edge], format: NumberFormat? = nil) {
        self.nodes = nodes
        self.edges = edges
        self.format = format
    }
}
