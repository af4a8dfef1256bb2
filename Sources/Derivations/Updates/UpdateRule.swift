import Exhibits
import Networks

/// How an optimiser makes a new number from the old one and its gradient: the formula, with its constants, as a value.
///
/// The rules are written out here apart from the engine's, so that a lesson can hold the two against each other.
///
/// - Example: `show(UpdateRule.momentum(rate: 0.1, coefficient: 0.9).trace(from: 5, along: [10, 8]))`
public enum UpdateRule: Hashable, Sendable {
    /// θ ← θ − η g
    case gradientDescent(rate: Double)
    /// v ← βv + g, θ ← θ − η v; averaging: v ← βv + (1 − β)g
    case momentum(rate: Double, coefficient: Double, averaging: Bool = false)
    /// v ← βv + g, θ ← θ − η (βv + g): Nesterov's momentum as PyTorch and Keras compute it
    case nesterov(rate: Double, coefficient: Double)
    /// s ← s + g², θ ← θ − η g/(√s + ε)
    case adaGrad(rate: Double, epsilon: Double = 1e-8, accumulator: Double = 0)
    /// s ← ρs + (1 − ρ)g², θ ← θ − η g/(√s + ε)
    case rmsProp(rate: Double, decay: Double = 0.9, epsilon: Double = 1e-8)
    /// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ), θ ← θ − η m̂/(√v̂ + ε)
    case adam(rate: Double, first: Double = 0.9, second: Double = 0.999, epsilon: Double = 1e-8)

    /// v ← βv − η g, θ ← θ + v with g taken at θ + βv: Nesterov's momentum as I. Sutskever et al. (2013) write it
    case lookAhead(rate: Double, coefficient: Double)
    /// An optimiser's method that is a type of its own.
    case method(rate: Double, AnyUpdateMethod)

    /// Some steps of the rule: every quantity of every step with formula, numbers and value.
    ///
    /// - Parameters:
    ///   - name: The number's name in plain text, such as `w5` or `theta`.
    ///   - value: What it starts from.
    ///   - gradients: Its gradient at each step.
    ///   - moments: What is remembered before the first of these steps; what the method starts from when it is left out.
    ///   - before: How many steps were taken before.
    public func trace(
        of name: String = "theta", from value: Double, along gradients: [Double], moments: Moments? = nil,
        after before: Int = 0
    ) -> UpdateTrace {
        var state = State(rule: self, name: name, value: value)
        if let moments { state.moments = moments }
        return UpdateTrace(rule: self, steps: gradients.enumerated().map { state.step(before + $0 + 1, along: $1) })
    }

    /// The same where each gradient depends on where the step before ended: `{ 2 * $0 }` for θ².
    public func trace(
        of name: String = "theta", from value: Double, steps: Int, gradient: (Double) -> Double
    ) -> UpdateTrace {
        var state = State(rule: self, name: name, value: value)
        return UpdateTrace(rule: self, steps: (0..<steps).map { state.step($0 + 1, along: gradient(state.gradientPoint)) })
    }
}

/// Some steps of an optimiser on one number.
public struct UpdateTrace: Sendable {
    /// The rule of all of them.
    package let rule: UpdateRule
    /// One step as a graph whose names are `g_1`, `m_1`, `v_1`, `theta_1`…; its result is the new value.
    public let steps: [ScalarGraph]

    /// The gradient of each step.
    package var gradients: [Double] {
        steps.compactMap { step in step.nodes.indices.first { step.nodes[$0].role == .input }.map { step.values[$0] } }
    }

    /// The numbers that the first step is given: the rule's constants, what is remembered, where it starts.
    package var constants: [Double] {
        steps.first.map { step in
            step.nodes.indices.filter { step.nodes[$0].operation == .given && step.nodes[$0].role == .parameter }
                .map { step.values[$0] }
        } ?? []
    }

    /// The new value after each step.
    public var values: [Double] { steps.map { $0.values[$0.root] } }

    /// All steps written out.
    public var working: Working {
        let words = DerivationWords.current
        let workings = steps.map { $0.forwardWorking() }
        let written = workings.enumerated().map { index, working in
            Working.Step(DerivationWords.said(words.step, "\(index + 1)"), working.steps.flatMap(\.lines))
        }
        return Working(
            subject: workings.last?.subject ?? "", title: workings.last?.title ?? "", steps: written, folds: steps.count > 2)
    }

    /// One row for each step: gradient, moments, new value.
    public var table: Table {
        let style = MathStyle()
        guard let first = steps.first else { return Table(columns: [], rows: []) }
        let shown = first.blocks.filter { block in
            [.result, .input].contains(first.nodes[block.nodes.lowerBound].role)
        }
        let columns = shown.map { block in
            // The column is the same quantity in every step: its name without the step's number.
            let tex = style.tex(block.symbol(0))
            return Table.Column(.tex(tex.replacingLast("_{1}", with: "_{t}")), .trailing)
        }
        let rows = steps.enumerated().map { index, graph in
            [Table.Cell.number(Double(index + 1), .decimals(0))] + shown.map { .number(graph.values[$0.nodes.lowerBound], nil) }
        }
        return Table(columns: [.init(.tex("t"), .trailing)] + columns, rows: rows)
    }
}

extension String {
    fileprivate func replacingLast(_ old: String, with new: String) -> String {
        guard let range = ranges(of: old).last else { return self }
        return replacingCharacters(in: range, with: new)
    }

    private func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
        self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}
