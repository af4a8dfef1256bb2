import Exhibits
import Networks

extension ScalarGraph {
    /// The computation written out: each named result as its formula, with numbers, and its value; one step for each layer.
    ///
    /// Of layers with more than `longest` results the first two and the last are written.
    public func forwardWorking(longest: Int = 6, in page: PageStyle = .current) -> Working {
        let style = MathStyle(page)
        let symbols = FormulaWriter(graph: self, style: style)
        let numbers = FormulaWriter(graph: self, style: style, mode: .numbers)
        let results = blocks.filter { nodes[$0.nodes.lowerBound].role == .result }
        let steps = results.map { block in
            let all = Array(block.nodes)
            let shown = all.count <= longest ? all : [all[0], all[1], all[all.count - 1]]
            let lines = shown.flatMap { node -> [String] in
                let formula = formula(of: node)
                let left = "\(symbols.tex(node)) &= \(symbols.tex(formula))"
                let substituted = numbers.tex(formula)
                let value = style.number(values[node])
                let lines = substituted == value ? ["\(left) = \(value)"] : [left, "&= \(substituted) = \(value)"]
                return lines.flatMap { LineBreaking.broken($0) }
            }
            let title = block.title.isEmpty ? "" : block.title.prefix(1).uppercased() + block.title.dropFirst() + ":"
            return Working.Step(title, lines)
        }
        let merged = steps.reduce(into: [Working.Step]()) { merged, step in
            // One layer's quantities may stand in several blocks, such as the errors of single outputs.
            if let last = merged.last, !step.explanation.isEmpty, last.explanation == step.explanation {
                merged[merged.count - 1].lines += step.lines
            } else {
                merged.append(step)
            }
        }
        return Working(subject: symbols.tex(root), title: symbol(of: root).map(style.text) ?? "f", steps: merged)
    }
}

extension BackpropagationPass {
    /// The forward pass written out: formula, numbers and value of every quantity.
    public var forwardWorking: Working { graph.forwardWorking() }
}
