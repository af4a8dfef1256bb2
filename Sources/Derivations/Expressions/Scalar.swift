/// A number that remembers how it was computed, so that its derivative can be taken.
///
///     let x = Variable("x", -2), y = Variable("y", 5), z = Variable("z", -4)
///     let f = ((x + y) * z).named("f")
///     f.value             // -12
///     f.gradient(of: x)   // -4
///
/// Expressions are values: nothing accumulates, and the same lines give the same graph.
///
/// - Example: `let (x, y, z) = (Variable("x", -2), Variable("y", 5), Variable("z", -4))` `let f = ((x + y) * z).named("f")`
///   `show(f.derivation(of: x))`
public struct Scalar: Sendable {
    final class Node: Sendable {
        let operation: Operation
        let operands: [Scalar]
        let value: Double
        let symbol: Symbol?
        let role: ScalarGraph.Role

        init(_ operation: Operation, _ operands: [Scalar], value: Double, symbol: Symbol?, role: ScalarGraph.Role) {
            self.operation = operation
            self.operands = operands
            self.value = value
            self.symbol = symbol
            self.role = role
        }
    }

    let node: Node

    /// A named number to differentiate by.
    public init(_ name: String, _ value: Double) {
        node = Node(.given, [], value: value, symbol: Symbol(name), role: .parameter)
    }

    /// A number that comes from elsewhere and is no variable of the expression.
    init(given name: String, _ value: Double) {
        node = Node(.given, [], value: value, symbol: Symbol(name), role: .input)
    }

    /// A number written in a formula.
    package init(constant value: Double) {
        node = Node(.given, [], value: value, symbol: nil, role: .constant)
    }

    init(_ operation: Operation, _ operands: [Scalar]) {
        let value = operation.preciseValue { operands } ?? operation.value(operands.map(\.value))
        node = Node(operation, operands, value: value, symbol: nil, role: .result)
    }

    /// The same number under a name of our own.
    init(_ scalar: Scalar, as symbol: Symbol) {
        let node = scalar.node
        self.node = Node(node.operation, node.operands, value: node.value, symbol: symbol, role: node.role)
    }

    /// The number itself.
    public var value: Double { node.value }

    /// The same number under a name, which formulas and derivations use from here on.
    ///
    /// Name a number before using it: the unnamed one remains what it was.
    public func named(_ name: String) -> Scalar { Scalar(self, as: Symbol(name)) }
}

/// A named number in a lesson's expressions.
public typealias Variable = Scalar
