import Exhibits
import Networks

extension BackpropagationPass {
    /// Forward and backward pass in matrices, level by level, vectors as columns:
    /// z = W a + b, a = f(z), δ = (Wᵀ δ of the next level) ⊙ f′(z), ∂L/∂W = δ aᵀ, ∂L/∂b = δ.
    ///
    /// The numbers are those of the scalar graph: δ_j is ∂L/∂z_j of its derivations. Dense layers and activations are written
    /// out; what other layers make between them is given by its numbers, with the name of the layer.
    public var matrixForm: Working { matrixForm(in: .current) }

    /// The same in a given style.
    public func matrixForm(in page: PageStyle) -> Working {
        MatrixFormWriter(place.stopping { try agreed() }, of: network, style: MathStyle(page)).working
    }
}

/// Writes a pass with matrices instead of single numbers.
struct MatrixFormWriter {
    let graph: ScalarGraph
    let gradients: [Double]
    let style: MathStyle
    let matrices: MatrixTeX
    let levels: [MatrixLevel]
    /// What stands behind the last dense layer.
    private let after: [String]

    init(_ pass: AgreedPass, of network: Network, style: MathStyle) {
        graph = pass.graph
        gradients = pass.rule.gradients
        self.style = style
        matrices = MatrixTeX(style: style)
        (levels, after) = MatrixLevel.levels(of: network, pass.unrolling.activations)
    }

    private var steps: [MatrixStep] { levels.map(forward) + levels.indices.reversed().map(backward) }

    /// What the steps say in numbers.
    var worked: [Worked] { steps.flatMap(\.worked) }

    var working: Working {
        let steps = steps
        return Working(
            subject: "\\nabla \(lossTeX)", title: words.title,
            steps: steps.isEmpty
                ? [Working.Step(words.noProduct, [])] : steps.map(\.set),
            folds: true)
    }

    private var words: MatrixWords { MatrixWords(style.page.language) }
    private func listed(_ names: [String]) -> String { words.listed(names, comma: style.page.language.comma) }

    var lossTeX: String { graph.symbol(of: graph.root).map(style.tex) ?? "L" }

    private func sup(_ letter: String, _ level: Int) -> String { "\(letter)^{(\(level))}" }
    private func values(_ nodes: [Int]) -> [Double] { nodes.map { graph.values[$0] } }
    private func slopes(_ nodes: [Int]) -> [Double] { nodes.map { gradients[$0] } }

    /// What the level before hands on, and what the level gets: the same unless other layers stand between.
    private func handedOn(to level: MatrixLevel) -> String {
        level.number == 1 ? "\\mathbf{x}" : sup("\\mathbf{a}", level.number - 1)
    }

    private func input(of level: MatrixLevel) -> String {
        level.before.isEmpty ? handedOn(to: level) : sup("\\mathbf{u}", level.number)
    }

    /// Whether the numbers that go in were given.
    private func isGiven(_ level: MatrixLevel) -> Bool { level.number == 1 && level.before.isEmpty }

    private func origin(_ isGiven: Bool) -> MatrixTeX.Origin { isGiven ? .given : .computed }

    func forward(_ level: MatrixLevel) -> MatrixStep {
        let n = level.number
        let (z, a, w, b) = (sup("\\mathbf{z}", n), sup("\\mathbf{a}", n), sup("W", n), sup("\\mathbf{b}", n))
        let given = isGiven(level)
        let worked = sums(level)
        let extra = worked.extraDigits
        var numbers =
            matrices.tex(level.dense.weights, .given, extraDigits: extra)
            + matrices.column(values(level.inputs), origin(given), extraDigits: extra)
        if let biases = level.biases { numbers += " + " + matrices.column(biases, .given, extraDigits: extra) }
        var lines = [
            "\(named(z, level.sums)) &= \(w) \(input(of: level))" + (level.biases == nil ? "" : " + \(b)"),
            "&= \(numbers) \(worked.relation.tex) \(matrices.tex(worked.results))",
        ]
        var sentence = MatrixWords.said(words.forward, "\(n)")
        if !level.before.isEmpty {
            let made = level.made(from: handedOn(to: level))
            lines.insert("\(input(of: level)) &= \(made) = \(matrices.column(values(level.inputs)))", at: 0)
            sentence = MatrixWords.said(words.before, "\(n)", listed(level.before)) + " " + sentence
        }
        if level.hasActivation {
            lines.append("\(a) &= \(level.sign)(\(z)) = \(matrices.column(values(level.outputs)))")
        }
        return MatrixStep(set: Working.Step(sentence, lines), worked: Array(worked.entries.joined()))
    }

    /// z_j = Σ w_ji x_i + b_j
    private func sums(_ level: MatrixLevel) -> WorkedMatrix {
        let inputs: [Formula] = values(level.inputs).map { isGiven(level) ? .given($0) : .computed($0) }
        let rows = level.sums.indices.map { row -> [(formula: Formula, value: Double)] in
            let products = zip(level.dense.weights[row], inputs).map { Formula.product([.given($0), $1]) }
            let bias = level.biases.map { [Formula.given($0[row])] } ?? []
            return [(.sum(products + bias), graph.values[level.sums[row]])]
        }
        return WorkedMatrix(rows, in: graph, style, isWhole: matrices.isWhole(level.sums.count, level.inputs.count))
    }

    func backward(_ index: Int) -> MatrixStep {
        let level = levels[index]
        let n = level.number
        let delta = sup("\\boldsymbol{\\delta}", n)
        let slope = level.activation.map { "\($0.vectorSign)'(\(sup("\\mathbf{z}", n)))" }
        let next = levels.indices.contains(index + 1) && levels[index + 1].before.isEmpty ? levels[index + 1] : nil
        var step = next.map { backward(level, from: $0, slope) } ?? atBoundary(level, index, slope)
        step.set.lines += gradientLines(level, delta: delta)
        if case .shared = level.dense.bias { step.set.explanation += " " + words.sharedBias }
        return step
    }

    /// δ = (Wᵀ δ of the next level) ⊙ f′(z)
    private func backward(_ level: MatrixLevel, from next: MatrixLevel, _ slope: String?) -> MatrixStep {
        let n = level.number
        let delta = sup("\\boldsymbol{\\delta}", n)
        let product = "{\(sup("W", n + 1))}^{\\top} \(sup("\\boldsymbol{\\delta}", n + 1))"
        // Softmax lets every output depend on every sum: its slopes are a matrix of their own.
        let transposed = next.inputs.indices.map { column in next.dense.weights.map { $0[column] } }
        let back = "\\left(\(product)\\right)"
        let formula =
            level.isSoftmax ? "J_{\\mathrm{softmax}}^{\\top} \(back)" : slope.map { "\(back) \\odot \($0)" } ?? product
        let sentence = MatrixWords.said(words.back, "\(n)")
        guard !level.isSoftmax else {
            let line = "\(delta) &= \(formula) = \(matrices.column(slopes(level.sums)))"
            return MatrixStep(set: Working.Step(sentence, [line]), worked: [])
        }
        let deltas = slopes(next.sums)
        let factors = activationSlopes(level)
        let entries = level.sums.indices.map { row -> [(formula: Formula, value: Double)] in
            let sum = Formula.sum(zip(transposed[row], deltas).map { .product([.given($0), .computed($1)]) })
            return [(factors.isEmpty ? sum : .product([sum, .computed(factors[row])]), gradients[level.sums[row]])]
        }
        let worked = WorkedMatrix(
            entries, in: graph, style, isWhole: matrices.isWhole(level.sums.count, next.sums.count))
        let extra = worked.extraDigits
        let left =
            matrices.tex(transposed, .given, extraDigits: extra) + matrices.column(deltas, extraDigits: extra)
        let right = factors.isEmpty ? left : "\\left(\(left)\\right) \\odot \(matrices.column(factors, extraDigits: extra))"
        return MatrixStep(
            set: Working.Step(
                sentence,
                ["\(delta) &= \(formula)", "&= \(right)", "&\(worked.relation.tex) \(matrices.tex(worked.results))"]),
            worked: Array(worked.entries.joined()))
    }

    /// δ = ∂L/∂a ⊙ f′(z), where what comes back isn't the delta of a dense layer.
    private func atBoundary(_ level: MatrixLevel, _ index: Int, _ slope: String?) -> MatrixStep {
        let n = level.number
        let delta = sup("\\boldsymbol{\\delta}", n)
        let between = levels.indices.contains(index + 1) ? levels[index + 1].before : after
        let sentence =
            between.isEmpty
            ? graph.nodes[graph.root].role == .unknown ? words.atLastGiven : words.atLast
            : MatrixWords.said(words.through, "\(n)", listed(between))
        let outer = "\\frac{\\partial \(lossTeX)}{\\partial \(sup(level.hasActivation ? "\\mathbf{a}" : "\\mathbf{z}", n))}"
        guard let slope else {
            let formula = level.isSoftmax ? "J_{\\mathrm{softmax}}^{\\top} \(outer)" : outer
            let line = "\(delta) &= \(formula) = \(matrices.column(slopes(level.sums)))"
            return MatrixStep(set: Working.Step(sentence, [line]), worked: [])
        }
        let (losses, factors) = (slopes(level.outputs), activationSlopes(level))
        let entries = level.sums.indices.map { row -> [(formula: Formula, value: Double)] in
            [(.product([.computed(losses[row]), .computed(factors[row])]), gradients[level.sums[row]])]
        }
        let worked = WorkedMatrix(entries, in: graph, style, isWhole: matrices.isWhole(level.sums.count, 1))
        let extra = worked.extraDigits
        return MatrixStep(
            set: Working.Step(
                sentence,
                [
                    "\(delta) &= \(outer) \\odot \(slope)",
                    "&= \(matrices.column(losses, extraDigits: extra)) \\odot \(matrices.column(factors, extraDigits: extra))"
                        + " \(worked.relation.tex) \(matrices.tex(worked.results))",
                ]), worked: Array(worked.entries.joined()))
    }

    private func gradientLines(_ level: MatrixLevel, delta: String) -> [String] {
        let n = level.number
        let deltas = slopes(level.sums)
        let product = deltas.map { d in values(level.inputs).map { d * $0 } }
        let weights = "\\frac{\\partial \(lossTeX)}{\\partial \(sup("W", n))}"
        var lines = [
            "\(weights) &= \(delta) \\left(\(input(of: level))\\right)^{\\top} = \(matrices.tex(product))"
        ]
        switch level.dense.bias {
        case .none: break
        case .shared:
            let sum = style.sum(deltas.reduce(0, +), of: deltas)
            lines.append(
                "\\frac{\\partial \(lossTeX)}{\\partial b^{(\(n))}} &= \\textstyle\\sum_j \\delta_j^{(\(n))} = \(sum.tex)")
        case .perUnit:
            lines.append("\\frac{\\partial \(lossTeX)}{\\partial \(sup("\\mathbf{b}", n))} &= \(delta)")
        }
        return lines
    }

    /// A vector with the names of its entries, where these fit: what single derivations call them.
    private func named(_ vector: String, _ nodes: [Int]) -> String {
        guard nodes.count <= matrices.longest else { return vector }
        let names = nodes.map { graph.symbol(of: $0).map(style.tex) ?? "" }
        return "\(vector) = \\begin{bmatrix} \(names.joined(separator: " \\\\ ")) \\end{bmatrix}"
    }

    private func activationSlopes(_ level: MatrixLevel) -> [Double] {
        guard let function = level.activation else { return [] }
        return zip(values(level.sums), values(level.outputs)).map { function.derivative(at: $0, value: $1) }
    }
}

/// A step of a pass in matrices, with what it says in numbers.
struct MatrixStep {
    var set: Working.Step
    var worked: [Worked]
}
