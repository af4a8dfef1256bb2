import Exhibits
import Networks

/// The derivative of a result by one number, derived as on the board: the chain rule in symbols, with numbers, the result.
///
/// Take it from a pass, `pass.derivation(of: "w5")`, or from an expression, `f.derivation(of: x)`; `working` is what a page shows.
///
/// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
///   `let pass = network.backpropagate([0.5, -1], toward: [1], minimizing: .halfSquaredError)`
///   `show(pass.derivation(of: "w5"))`
public struct Derivation: Sendable {
    /// How much is said.
    public enum Detail: String, Codable, Hashable, Sendable, CaseIterable {
        /// The chain rule in symbols alone, for readers to put the numbers in.
        case symbols
        /// The chain rule, its numbers and the result.
        case outline
        /// Every factor explained and evaluated.
        case full
    }

    let rule: ChainRule
    let node: Int
    let detail: Detail
    /// The line of the update that follows, if one does.
    let update: Update?

    init(_ rule: ChainRule, node: Int, detail: Detail = .full, update: Update? = nil) {
        self.rule = rule
        self.node = node
        self.detail = detail
        self.update = update
    }

    /// The derivative itself.
    public var value: Double { rule.gradients[node] }

    /// The factors of the chain rule from the result back to the number; their product is the derivative.
    ///
    /// Where the way forks, the first factor is the derivative by the number where it does. Of a number that is used in several
    /// places itself, the only factor is its own derivative.
    public var factors: [Double] {
        let chain = rule.chain(from: node)
        guard !chain.links.isEmpty else { return [value] }
        return (chain.fork.map { [rule.gradients[$0]] } ?? []) + chain.links.reversed().map(\.value)
    }

    /// The name it is taken by: `w5`.
    public var name: String { rule.graph.symbol(of: node)?.key ?? "?" }
}

extension BackpropagationPass {
    /// The derivation of ∂loss/∂`name` for a parameter, a sum, an output or an input, from the scalars alone.
    ///
    /// - Parameters:
    ///   - optimizer: Adds the line of the update, w⁺ = w − η · ∂E/∂w.
    ///   - detail: `.outline` leaves out the factors one by one.
    public func derivation(
        of name: String, updatedBy optimizer: Optimizer? = nil, detail: Derivation.Detail = .full,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Derivation {
        stopping(file: file, line: line, column: column) {
            try agreed().derivation(of: name, network.engineStep(along: gradients, by: optimizer), detail)
        }
    }

    /// Several derivations from one graph.
    ///
    /// - Throws: An error that lists the names there are for a name that isn't among them, and one that names the quantity where
    ///   the graph and the engine disagree.
    public func derivations(
        of names: [String], updatedBy optimizer: Optimizer? = nil, detail: Derivation.Detail = .full
    ) throws -> [Derivation] {
        let (agreed, step) = (try agreed(), network.engineStep(along: gradients, by: optimizer))
        return try names.map { try agreed.derivation(of: $0, step, detail) }
    }
}

extension AgreedPass {
    /// - Parameter step: The engine's step, which the update must agree with; nil when none is asked for.
    func derivation(of name: String, _ step: EngineStep?, _ detail: Derivation.Detail) throws -> Derivation {
        let node = try graph.node(orExplain: name)
        return Derivation(rule, node: node, detail: detail, update: try step.flatMap { try update(of: node, agreeingWith: $0) })
    }
}

extension Scalar {
    /// The derivation of this scalar's derivative by another one that it was computed from.
    public func derivation(
        of other: Scalar, detail: Derivation.Detail = .full, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Derivation {
        stopping(file: file, line: line, column: column) {
            let (graph, places) = unrolled()
            guard let node = places[ObjectIdentifier(other.node)], graph.isNamed(node) else {
                let name = other.node.symbol.map { "'\($0.key)'" } ?? "an unnamed number"
                throw UnknownName(
                    description: "\(graph.resultName) was not computed from \(name); it was computed from \(graph.nameSummary)")
            }
            return Derivation(ChainRule(graph), node: node, detail: detail)
        }
    }
}

extension ScalarGraph {
    /// The derivation of the result's derivative by a named number, or `nil` for a name the graph doesn't know.
    public func derivation(of name: String, detail: Derivation.Detail = .full) -> Derivation? {
        node(named: name).map { Derivation(ChainRule(self), node: $0, detail: detail) }
    }
}
