/// A layered network: columns of nodes from input to output and the weighted edges between them.
public struct NetworkDiagram: Codable, Hashable, Sendable {
    /// A number of the network.
    public struct Node: Codable, Hashable, Sendable {
        /// Dots for nodes that are left out.
        public enum Role: String, Codable, Sendable {
            /// A number that goes in.
            case input
            /// A unit between inputs and outputs.
            case hidden
            /// A unit of the last layer.
            case output
            /// The 1 that a bias is the weight of.
            case bias
            /// Units that are left out of the drawing.
            case elided
        }
        /// What edges call it.
        public var id: String
        /// Plain text with `_` before a subscript: `out_h1`.
        public var label: String
        /// What the node is in the network.
        public var role: Role
        /// The value of the forward pass, where it is shown.
        public var value: Double?
        /// ∂L/∂this, where it is shown.
        public var gradient: Double?

        /// A node with its label, and its value and gradient where they are shown.
        public init(id: String, label: String, role: Role, value: Double? = nil, gradient: Double? = nil) {
            self.id = id
            self.label = label
            self.role = role
            self.value = value
            self.gradient = gradient
        }
    }

    /// A weight.
    public struct Edge: Codable, Hashable, Sendable {
        /// The id of the node that goes in.
        public var from: String
        /// The id of the node that comes out.
        public var to: String
        /// The weight's name.
        public var label: String
        /// The weight.
        public var weight: Double
        /// ∂L/∂w, where it is shown.
        public var gradient: Double?

        /// A weighted edge between the nodes of these ids.
        public init(from: String, to: String, label: String, weight: Double, gradient: Double? = nil) {
            self.from = from
            self.to = to
            self.label = label
            self.weight = weight
            self.gradient = gradient
        }
    }

    /// One layer.
    public struct Column: Codable, Hashable, Sendable {
        /// What stands above.
        public var title: String
        /// The nodes from top to bottom.
        public var nodes: [Node]

        /// A layer's nodes below its title.
        public init(_ title: String, _ nodes: [Node]) {
            self.title = title
            self.nodes = nodes
        }
    }

    /// The layers from input to output.
    public var columns: [Column]
    /// The weights.
    public var edges: [Edge]

    /// Columns of nodes and the edges between them.
    public init(columns: [Column], edges: [Edge]) {
        self.columns = columns
        self.edges = edges
    }
}
