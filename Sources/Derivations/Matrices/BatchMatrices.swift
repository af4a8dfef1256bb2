import Exhibits
import Networks

extension Network {
    /// Forward and backward pass over several samples at once, one row for each sample:
    /// Z = X Wᵀ + 1bᵀ, A = f(Z), Δ = (Δ of the next layer · W) ⊙ f′(Z), ∂L/∂W = Δᵀ A of the layer before, ∂L/∂b = Δᵀ 1.
    ///
    /// Δ is ∂L/∂Z of the mean loss, so the mean over the samples is in it already. Dense layers and activations only.
    public func matrixForm(on data: Dataset, minimizing loss: Loss, in page: PageStyle = .current) -> Working {
        let unrolling = unrolled(data.samples, minimizing: loss)
        let writer = BatchMatrixWriter(self, unrolling, style: MathStyle(page))
        let steps = writer.levels.indices.map(writer.forward) + writer.levels.indices.reversed().map(writer.backward)
        return Working(
            subject: "\\nabla \(writer.lossTeX)", title: "Forward and backward pass of \(data.count) samples in matrices",
            steps: steps, folds: true)
    }
}

/// Writes a pass over several samples with matrices.
struct BatchMatrixWriter {
    let graph: ScalarGraph
    let gradients: [Double]
    let matrices: MatrixTeX
    let style: MathStyle
    /// For each layer, its nodes in every sample.
    let levels: [[MatrixFormWriter.Level]]

    init(_ network: Network, _ unrolling: Unrolling, style: MathStyle) {
        graph = unrolling.graph
        gradients = graph.gradients()
        self.style = style
        matrices = MatrixTeX(style: style)
        let bySample = unrolling.activationsBySample.map { MatrixFormWriter.levels(of: network, $0) }
        levels = (bySample.first ?? []).indices.map { level in bySample.map { $0[level] } }
    }

    var lossTeX: String { graph.symbol(of: graph.root).map(style.tex) ?? "L" }

    private func sup(_ letter: String, _ level: Int) -> String { "\(letter)^{(\(level + 1))}" }
    private func input(_ level: Int) -> String { level == 0 ? "X" : sup("A", level - 1) }

    private func values(_ level: Int, _ nodes: KeyPath<MatrixFormWriter.Level, [Int]>) -> [[Double]] {
        levels[level].map { $0[keyPath: nodes].map { graph.values[$0] } }
    }

    private func deltas(_ level: Int) -> [[Double]] { levels[level].map { $0.sums.map { gradients[$0] } } }

    func forward(_ level: Int) -> Working.Step {
        guard let dense = levels[level].first?.dense else { return Working.Step("", []) }
        let biases: [Double]? =
            switch dense.bias {
            case .none: nil
            case .shared(let value): dense.weights.map { _ in value }
            case .perUnit(let values): values
            }
        let product = "\(input(level)) {\(sup("W", level))}^{\\mathsf T}"
        var numbers =
            matrices.tex(values(level, \.inputs), given: level == 0) + matrices.tex(transposed(dense.weights), given: true)
        if let biases { numbers += " + \\mathbf{1} " + matrices.tex([biases], given: true) }
        var lines = [
            "\(sup("Z", level)) &= \(product)"
                + (biases == nil ? "" : " + \\mathbf{1} {\(sup("\\mathbf{b}", level))}^{\\mathsf T}"),
            "&= \(numbers)", "&= \(matrices.tex(values(level, \.sums)))",
        ]
        if let first = levels[level].first, first.outputs != first.sums {
            let name = first.activation?.vectorSign ?? (first.isSoftmax ? "\\mathrm{softmax}" : "f")
            lines.append("\(sup("A", level)) &= \(name)(\(sup("Z", level))) = \(matrices.tex(values(level, \.outputs)))")
        }
        return Working.Step("Forward through layer \(level + 1), one row for each sample:", lines)
    }

    func backward(_ level: Int) -> Working.Step {
        let delta = sup("\\Delta", level)
        let slope = levels[level].first?.activation.map { "\($0.vectorSign)'(\(sup("Z", level)))" }
        let isLast = level + 1 == levels.count
        let outer =
            isLast
            ? "\\frac{\\partial \(lossTeX)}{\\partial \(sup("A", level))}"
            : "\\left(\(sup("\\Delta", level + 1)) \(sup("W", level + 1))\\right)"
        let values = deltas(level)
        let formula = slope.map { "\(outer) \\odot \($0)" } ?? "\\frac{\\partial \(lossTeX)}{\\partial \(sup("Z", level))}"
        let inputs = self.values(level, \.inputs)
        let product = transposed(values).map { column in
            (inputs.first ?? []).indices.map { k in zip(column, inputs).reduce(0) { $0 + $1.0 * $1.1[k] } }
        }
        var lines = [
            "\(delta) &= \(formula) = \(matrices.tex(values))",
            "\\frac{\\partial \(lossTeX)}{\\partial \(sup("W", level))} &= {\(delta)}^{\\mathsf T} \(input(level)) = \(matrices.tex(product))",
        ]
        let sums = transposed(values).map { $0.reduce(0, +) }
        switch levels[level].first?.dense.bias {
        case .perUnit:
            lines.append(
                "\\frac{\\partial \(lossTeX)}{\\partial \(sup("\\mathbf{b}", level))} &= {\(delta)}^{\\mathsf T} \\mathbf{1} = \(matrices.column(sums))"
            )
        case .shared:
            lines.append(
                "\\frac{\\partial \(lossTeX)}{\\partial \(sup("b", level))} &= \\mathbf{1}^{\\mathsf T} \(delta) \\mathbf{1} = \(style.sum(sums.reduce(0, +), of: sums))"
            )
        default: break
        }
        return Working.Step(
            isLast
                ? "At the last layer: the slope of the mean loss, times the slope of the activation, row by row."
                : "Back to layer \(level + 1): the deltas return through the weights of layer \(level + 2).", lines)
    }

    private func transposed(_ rows: [[Double]]) -> [[Double]] {
        (rows.first ?? []).indices.map { column in rows.map { $0[column] } }
    }
}
