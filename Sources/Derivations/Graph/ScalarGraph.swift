import Exhibits

/// A computation taken apart into single numbers, some with names, and the derivative of its result by each of them.
///
/// Nodes stand in the order in which they are computed, so one sweep forward gives all values and one sweep back all
/// gradients. Built on one run of a network by unrolling it, or from the expressions of a lesson.
///
/// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
///   `let pass = network.backpropagate([0.5, -1], toward: [1], minimizing: .halfSquaredError)` `show(pass.graph.figure)`
public struct ScalarGraph: Sendable {
    /// What a number is to the reader.
    public enum Role: String, Codable, Hashable, Sendable {
        /// What goes in.
        case input
        /// A weight, a bias or whatever else is learnt.
        case parameter
        /// What should come out.
        case target
        /// A number of the formula, such as ½.
        case constant
        /// Computed from others.
        case result
        /// Known by its slopes alone: the error of a pass that began with given gradients.
        case unknown
    }

    struct Node: Sendable {
        var operation: Operation
        var operands: [Int]
        var role: Role
    }

    /// Consecutive nodes named by one rule, so that a large network costs no strings before somebody asks for them.
    struct Block: Sendable {
        var nodes: Range<Int>
        var symbol: @Sendable (Int) -> Symbol
        /// What the numbers of the block are, in words: `the hidden layer's weighted sums`.
        var title: String
        /// What they are to the network, and its layer that has them.
        var meaning = NamedScalar.Meaning.other
        var layer: Int?
    }

    private(set) var nodes: [Node] = []
    var values: [Double] = []
    private(set) var blocks: [Block] = []
    /// The node whose derivatives are taken: the loss, or the result of an expression.
    var root = 0
    /// Terms the loss adds up, one per output, when it adds up terms that have names.
    var parts: [Int] = []

    // MARK: building

    /// Adds a given number.
    @discardableResult
    mutating func add(_ value: Double, _ role: Role) -> Int {
        nodes.append(Node(operation: .given, operands: [], role: role))
        values.append(value)
        return nodes.count - 1
    }

    /// Adds the result of an operation on earlier nodes.
    @discardableResult
    mutating func add(_ operation: Operation, _ operands: [Int]) -> Int {
        let value = result(of: operation, operands, at: values)
        nodes.append(Node(operation: operation, operands: operands, role: .result))
        values.append(value)
        return nodes.count - 1
    }

    /// Adds the result that has these slopes by earlier nodes, and of which nothing else is known.
    mutating func add(knownBy slopes: [Double], of operands: [Int]) -> Int {
        nodes.append(Node(operation: .known(slopes: slopes), operands: operands, role: .unknown))
        values.append(.nan)
        return nodes.count - 1
    }

    /// Names nodes that were added one after the other.
    mutating func name(
        _ nodes: Range<Int>, _ title: String = "", _ meaning: NamedScalar.Meaning = .other, layer: Int? = nil,
        _ symbol: @escaping @Sendable (Int) -> Symbol
    ) {
        guard !nodes.isEmpty else { return }
        blocks.append(Block(nodes: nodes, symbol: symbol, title: title, meaning: meaning, layer: layer))
    }

    mutating func name(_ node: Int, _ symbol: Symbol, title: String = "") {
        name(node..<(node + 1), title) { _ in symbol }
    }

    // MARK: names

    /// The name of a node, if it has one.
    func symbol(of node: Int) -> Symbol? {
        block(of: node).map { blocks[$0].symbol(node - blocks[$0].nodes.lowerBound) }
    }

    func isNamed(_ node: Int) -> Bool { block(of: node) != nil }

    /// The index of the block that names a node. Blocks are added in the order of their nodes.
    func block(of node: Int) -> Int? {
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].nodes.upperBound <= node { low = middle + 1 } else { high = middle }
        }
        return low < blocks.count && blocks[low].nodes.contains(node) ? low : nil
    }

    /// The node with this name, spelled in either notation; what the page's own means comes first, for `y_1` is a target in one
    /// and a normalised number in the other.
    func node(named name: String) -> Int? {
        let sought = name.filter { $0 != " " && $0 != "{" && $0 != "}" }
        let own = PageStyle.current.notation
        var other: Int?
        for block in blocks.reversed() {
            for node in block.nodes {
                let symbol = block.symbol(node - block.nodes.lowerBound)
                guard symbol.key == sought || symbol.indexedKey == sought else { continue }
                if symbol.text(own) == sought { return node }
                other = other ?? node
            }
        }
        return other
    }

    /// Sorts the blocks by their nodes, once everything is named.
    mutating func arrangeNames() {
        blocks.sort { $0.nodes.lowerBound < $1.nodes.lowerBound }
    }
}
