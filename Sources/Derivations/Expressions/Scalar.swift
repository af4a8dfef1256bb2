/// A number that remembers how it was computed, so that its derivative can be taken.
///
///     let x = Variable("x", -2), y = Variable("y", 5), z = Variable("z", -4)
///     let f = ((x + y) * z).named("f")
///     f.value             // -12
///     f.gradient(of: x)   // -4
///
/// Expressions are values: nothing accumulates, and the same lines give the same graph.
public struct Scalar: Sendable {
    final class Node: Sendable {
        let operation: Operation
        let operands: [Scalar]
        let value: Double
        let name: String?
        let role: ScalarGraph.Role

        init(_ operation: Operation, _ operands: [Scalar], value: Double, name: String?, role: ScalarGraph.Role) {
            self.operation = operation
            self.operands = operands
            self.value = value
            self.name = name
            self.role = role
        }
    }

    let node: Node

    /// A named number to differentiate by.
    public init(_ name: String, _ value: Double) {
        node = Node(.given, [], value: value, name: name, role: .parameter)
    }

    /// A number written in a formula.
    init(constant value: Double) {
        node = Node(.given, [], value: value, name: nil, role: .constant)
    }

    init(_ operation: Operation, _ operands: [Scalar]) {
        let value = operation.value(operands.map(\.value))
        node = Node(operation, operands, value: value, name: nil, role: .result)
    }

    private init(_ node: Node, named name: String) {
        self.node = Node(node.operation, node.operands, value: node.value, name: name, role: node.role)
    }

    /// The number itself.
    public var value: Double { node.value }

    /// The same number under a name, which formulas and derivations use from here on.
    ///
    /// Name a number before using it: the unnamed one remains what it was.
    public func named(_ name: String) -> Scalar { Scalar(node, named: name) }
}

/// A named number in a lesson's expressions.
public typealias Variable = Scalar
