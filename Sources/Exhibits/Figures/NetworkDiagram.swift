/// A layered network: columns of nodes from input to output and the weighted edges between them.
public struct NetworkDiagram: Codable, Hashable, Sendable {
    public struct Node: Codable, Hashable, Sendable {
        public enum Role: String, Codable, Sendable { case input, hidden, output, bias, elided }
        public var id: String
        /// Plain text with `_` before a subscript: `out_h1`.
        public var label: String
        public var role: Role
        public var value: Double?
        public var gradient: Double?

        public init(id: String, label: String, role: Role, value: Double? = nil, gradient: Double? = nil) {
            self.id = id
            self.label = label
            self.role = role
            self.value = value
            self.gradient = gradient
        }
    }

    public struct Edge: Codable, Hashable, Sendable {
        public var from: String
        public var to: String
        public var label: String
        public var weight: Double
        public var gradient: Double?

        public init(from: String, to: String, label: String, weight: Double, gradient: Double? = nil) {
            self.from = from
            self.to = to
            self.label = label
            self.weight = weight
            self.gradient = gradient
        }
    }

    public struct Column: Codable, Hashable, Sendable {
        public var title: String
        public var nodes: [Node]

        public init(_ title: String, _ nodes: [Node]) {
            self.title = title
            self.nodes = nodes
        }
    }

    public var columns: [Column]
    public var edges: [Edge]

    public init(columns: [Column], edges: [Edge]) {
        self.columns = columns
        self.edges = edges
    }
}
