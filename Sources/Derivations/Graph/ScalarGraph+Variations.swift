/// How a computation is repeated with a twist: what somebody may have done differently on paper.
///
/// Places number the nodes of the graph in the order of computation.
public struct Variation {
    /// What a forward result becomes before it is used.
    public var forward: (_ place: Int, _ value: Double) -> Double = { $1 }
    /// What the derivative of the result by a number becomes before it is passed on.
    public var backward: (_ place: Int, _ gradient: Double) -> Double = { $1 }
    /// What one factor of the chain rule becomes: the derivative of the number at `place` by one of those it was computed from.
    public var factor: (_ place: Int, _ operand: Int, _ partial: Double) -> Double = { $2 }

    /// Other rules for the numbers at some places, given what they are computed from.
    var replaced: [Int: ([Double]) -> Double] = [:]

    /// The variation that changes nothing.
    public init() {}

    /// The computation with another number at one place.
    package static func giving(_ value: Double, at place: Int) -> Variation {
        var variation = Variation()
        variation.forward = { $0 == place ? value : $1 }
        return variation
    }
}

extension ScalarGraph {
    /// How many numbers the graph has, named or not.
    public var count: Int { nodes.count }
    /// The place of the result.
    public var resultPlace: Int { root }
    /// The value at `place`.
    public func value(at place: Int) -> Double { values[place] }
    /// What the value at `place` is in the computation.
    public func role(at place: Int) -> Role { nodes[place].role }
    /// The name of the value at `place`; nil when it has none.
    public func name(at place: Int) -> String? { symbol(of: place)?.key }
    /// The places of the numbers that the one at `place` was computed from; none for a given number.
    public func operands(at place: Int) -> [Int] { nodes[place].operands }

    /// The places that have names, in order.
    public var namedPlaces: [Int] { blocks.flatMap { Array($0.nodes) } }

    /// All values, computed again from the first to the last.
    public func values(under variation: Variation) -> [Double] {
        var values = self.values
        for (place, node) in nodes.enumerated() {
            let usual =
                node.operation == .given ? self.values[place] : result(of: node.operation, node.operands, at: values)
            let value = variation.replaced[place].map { $0(node.operands.map { values[$0] }) } ?? usual
            values[place] = variation.forward(place, value)
        }
        return values
    }

    /// The derivatives of the number at `root` by every number before it, at values and with factors that have been varied.
    public func gradients(of root: Int, at values: [Double], under variation: Variation = Variation()) -> [Double] {
        var gradients = [Double](repeating: 0, count: nodes.count)
        guard gradients.indices.contains(root) else { return gradients }
        gradients[root] = 1
        for place in stride(from: root, through: 0, by: -1) where gradients[place] != 0 {
            if place != root { gradients[place] = variation.backward(place, gradients[place]) }
            let node = nodes[place]
            guard !node.operands.isEmpty else { continue }
            let partials = node.operation.partials(node.operands.map { values[$0] }, value: values[place])
            for (operand, partial) in zip(node.operands, partials) {
                gradients[operand] += gradients[place] * variation.factor(place, operand, partial)
            }
        }
        return gradients
    }
}
