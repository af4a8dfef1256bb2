/// A computation as it is kept beside a key, so that it can be repeated where the lesson is not at hand: with an answer that
/// somebody gave, or with a rule broken.
///
/// Nodes stand in the order of computation. Two students whose exercises differ in their numbers alone have equal `shape`s.
@_documentation(visibility: internal)
public struct RecordedGraph: Codable, Hashable, Sendable {
    public struct Node: Codable, Hashable, Sendable {
        /// `sum`, `weightedSum:2`, `function:leakyReLU:0.1`; the numbers behind colons belong to the operation.
        public var operation: String
        /// The nodes before it that it is computed from.
        public var operands: [Int]
        /// What it is to the reader: `input`, `parameter`, `target`, `constant`, `result`, `unknown`.
        public var role: String
        public var name: String?

        public init(_ operation: String, _ operands: [Int], role: String, name: String?) {
            self.operation = operation
            self.operands = operands
            self.role = role
            self.name = name
        }
    }

    /// All but the numbers.
    public struct Shape: Codable, Hashable, Sendable {
        public var nodes: [Node]
        /// The layers' nodes: names of consecutive nodes in words, `the hidden layer's outputs`.
        public var titles: [Title]
        public var root: Int

        public init(nodes: [Node], titles: [Title], root: Int) {
            self.nodes = nodes
            self.titles = titles
            self.root = root
        }
    }

    public struct Title: Codable, Hashable, Sendable {
        public var nodes: Range<Int>
        public var words: String

        public init(_ nodes: Range<Int>, _ words: String) {
            self.nodes = nodes
            self.words = words
        }
    }

    public var shape: Shape
    /// The numbers of the nodes that have no operands, in order.
    public var givens: [Double]

    public init(shape: Shape, givens: [Double]) {
        self.shape = shape
        self.givens = givens
    }
}

/// What an answer is in a recorded graph.
@_documentation(visibility: internal)
public enum RecordedQuantity: Codable, Hashable, Sendable {
    /// The number at a node.
    case value(Int)
    /// The derivative of one node by another.
    case derivative(of: Int, by: Int)
    /// A parameter after a step of gradient descent, w − η ∂E/∂w.
    case updated(Int, rate: Double)
}
