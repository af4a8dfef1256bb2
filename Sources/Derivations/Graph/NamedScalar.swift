import Exhibits
import Networks

/// One named number of a graph: what tables, drawings, claims and explanations know of it.
public struct NamedScalar: Hashable, Sendable {
    /// What a number is to its network.
    public enum Meaning: Hashable, Sendable {
        /// A weight, bias or other parameter of the network.
        case parameter(Parameter.Kind)
        /// What a recurrent layer hands on after a time, counted from 1.
        case state(time: Int)
        /// Anything else: an intermediate result, a part of the loss.
        case other
    }

    /// Its name in both notations.
    public var symbol: Symbol
    /// What it is in the computation.
    public var role: ScalarGraph.Role
    /// What the number is in the network.
    public var meaning: Meaning
    /// The layer it belongs to, as `layers` of the network counts; nil for inputs, targets and the loss, and outside networks.
    public var layer: Int?
    /// Its place among the numbers that are named together with it, from 0: the unit, or the entry of an array.
    public var index: Int
    /// The value of the forward pass.
    public var value: Double
    /// ∂result/∂this
    public var gradient: Double

    /// As a lesson spells it: `net_h1`.
    public var name: String { symbol.key }

    init(_ node: Int, in block: ScalarGraph.Block, of graph: ScalarGraph, gradient: Double) {
        index = node - block.nodes.lowerBound
        symbol = block.symbol(index)
        role = graph.nodes[node].role
        (meaning, layer) = (block.meaning, block.layer)
        value = graph.values[node]
        self.gradient = gradient
    }
}

extension NamedScalar {
    /// The name as a page writes it, in TeX.
    public func tex(in page: PageStyle = .current) -> String { MathStyle(page).tex(symbol) }

    /// `net_{h1} = 0.3775` as TeX.
    public func valueLine(in page: PageStyle = .current) -> String { "\(tex(in: page)) = \(MathStyle(page).number(value))" }

    /// `\partial E / \partial net_{h1} = 0.04` as TeX.
    public func gradientLine(of result: NamedScalar, in page: PageStyle = .current) -> String {
        "\\partial \(result.tex(in: page)) / \\partial \(tex(in: page)) = \(MathStyle(page).number(gradient))"
    }
}

extension ScalarGraph {
    /// Every named number that has a value, in the order of computation: where a reader's mistaken number may have come from.
    public var namedScalars: [NamedScalar] { namedScalars(gradients: gradients()) }

    /// The same with gradients that are known.
    func namedScalars(gradients: [Double]) -> [NamedScalar] {
        blocks.flatMap { block in
            block.nodes.filter { nodes[$0].role != .unknown }.map {
                NamedScalar($0, in: block, of: self, gradient: gradients[$0])
            }
        }
    }

    /// The name of the result: `E_total`, `f`.
    public var resultName: String { symbol(of: root)?.key ?? "f" }

    /// The value under a name, or `nil` for a name the graph doesn't know and for a result known by its slopes alone.
    public func value(of name: String) -> Double? {
        node(named: name).flatMap { nodes[$0].role == .unknown ? nil : values[$0] }
    }

    /// The derivative of the result with respect to a named number.
    public func gradient(of name: String) -> Double? { node(named: name).map { gradients()[$0] } }

    /// ∂`result`/∂`name`: over every path from one to the other. 0 when there is none.
    public func partial(_ result: String, _ name: String) -> Double? {
        guard let result = node(named: result), let other = node(named: name) else { return nil }
        return gradients(of: result)[other]
    }

    /// The whole graph computed again with every named intermediate result rounded, as with a calculator on paper.
    public func rounded(to rounding: Rounding) -> ScalarGraph { replayed(rounding: rounding) }

    /// The graph computed again with other values for given numbers, such as updated weights. Unknown names are ignored.
    public func replacing(_ values: [String: Double]) -> ScalarGraph {
        var givens: [Int: Double] = [:]
        for (name, value) in values { if let node = node(named: name) { givens[node] = value } }
        return replayed(givens: givens)
    }
}
