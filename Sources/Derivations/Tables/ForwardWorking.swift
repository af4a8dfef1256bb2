import Exhibits
import Networks

extension ScalarGraph {
    /// The computation written out: each named result as its formula, with numbers, and its value; one step for each layer.
    ///
    /// Of layers with more than `longest` results the first two and the last are written.
    public func forwardWorking(longest: Int = 6, in page: PageStyle = .current) -> Working {
        let style = MathStyle(page)
        let root = FormulaWriter(graph: self, style: style).tex(root)
        return Working(
            subject: root.text, title: symbol(of: self.root).map(style.text) ?? "f",
            steps: forwardSteps(longest: longest, style: style).map(\.set))
    }

    /// The computation before it is set.
    func forwardSteps(longest: Int = 6, style: MathStyle) -> [Step] {
        let writer = FormulaWriter(graph: self, style: style)
        var steps: [Step] = []
        for block in blocks where nodes[block.nodes.lowerBound].role == .result {
            let all = Array(block.nodes)
            let shown = all.count <= longest ? all : [all[0], all[1], all[all.count - 1]]
            // What a block is called is English; on a page in another language its symbols stand alone.
            let title =
                block.title.isEmpty || style.page.language != .english
                ? "" : block.title.prefix(1).uppercased() + block.title.dropFirst() + ":"
            let lines = shown.flatMap { forwardLines($0, writer) }
            // One layer's quantities may stand in several blocks, such as the errors of single outputs.
            if let last = steps.indices.last, !title.isEmpty, steps[last].explanation == title {
                steps[last].lines += lines
            } else {
                steps.append(Step(title, lines))
            }
        }
        return steps
    }

    private func forwardLines(_ node: Int, _ writer: FormulaWriter) -> [Line] {
        let formula = formula(of: node)
        let worked = writer.worked(formula, is: values[node])
        let (left, result) = (writer.tex(node), TeX(worked.result))
        if worked.isTrivial {
            let side = formula.hasNames ? writer.tex(formula).related(.equal, result) : result
            return [Line(left, .equal, side, worked)]
        }
        var numbers = Line(nil, .equal, writer.tex(worked.operands))
        numbers.append(worked.relation, result, worked)
        return [Line(left, .equal, writer.tex(formula)), numbers]
    }
}

extension BackpropagationPass {
    /// The forward pass written out: formula, numbers and value of every quantity.
    public var forwardWorking: Working { graph.forwardWorking() }
}
