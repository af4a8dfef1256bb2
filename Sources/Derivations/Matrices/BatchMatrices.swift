import Exhibits
import Networks

extension Network {
    /// Forward and backward pass over several samples at once, one row for each sample:
    /// Z = X Wᵀ + 1bᵀ, A = f(Z), Δ = (Δ of the next layer · W) ⊙ f′(Z), ∂L/∂W = Δᵀ A of the layer before, ∂L/∂b = Δᵀ 1.
    ///
    /// Δ is ∂L/∂Z of the mean loss, so the mean over the samples is in it already. What layers other than dense ones and
    /// activations make is given by its numbers. Samples that don't fit end the lesson at the line of this call.
    public func matrixForm(
        on data: Dataset, minimizing loss: Loss, in page: PageStyle = .current, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Working {
        let agreed = stopping(file: file, line: line, column: column) {
            try backpropagation(of: data, minimizing: loss, file: file, line: line, column: column).agreed()
        }
        return BatchMatrixWriter(agreed, of: self, style: MathStyle(page)).working
    }
}

/// Writes a pass over several samples with matrices.
struct BatchMatrixWriter {
    let graph: ScalarGraph
    let gradients: [Double]
    let matrices: MatrixTeX
    let style: MathStyle
    /// For each layer, its nodes in every sample; never empty.
    let levels: [[MatrixLevel]]
    private let after: [String]

    init(_ pass: AgreedPass, of network: Network, style: MathStyle) {
        graph = pass.graph
        gradients = pass.rule.gradients
        self.style = style
        matrices = MatrixTeX(style: style)
        let bySample = pass.unrolling.activationsBySample.map { MatrixLevel.levels(of: network, $0) }
        levels = (bySample.first?.levels ?? []).indices.map { level in bySample.map { $0.levels[level] } }
        after = bySample.first?.after ?? []
    }

    var working: Working {
        let samples = levels.enumerated().compactMap { index, level in level.first.map { (index, $0) } }
        let steps =
            samples.map { forward($0, $1) } + samples.reversed().map { MatrixStep(set: backward($0, $1), worked: []) }
        let count = levels.first?.count ?? 0
        return Working(
            subject: "\\nabla \(lossTeX)", title: MatrixWords.said(words.batchTitle, "\(count)"),
            steps: steps.isEmpty
                ? [Working.Step(words.noBatchProduct, [])] : steps.map(\.set),
            folds: true)
    }

    private var words: MatrixWords { MatrixWords(style.page.language) }
    private func listed(_ names: [String]) -> String { words.listed(names, comma: style.page.language.comma) }

    var lossTeX: String { graph.symbol(of: graph.root).map(style.tex) ?? "L" }

    private func sup(_ letter: String, _ level: Int) -> String { "\(letter)^{(\(level + 1))}" }
    private func handedOn(to level: Int) -> String { level == 0 ? "X" : sup("A", level - 1) }

    private func input(_ index: Int, _ level: MatrixLevel) -> String {
        level.before.isEmpty ? handedOn(to: index) : sup("U", index)
    }

    private func values(_ level: Int, _ nodes: KeyPath<MatrixLevel, [Int]>) -> [[Double]] {
        levels[level].map { $0[keyPath: nodes].map { graph.values[$0] } }
    }

    private func deltas(_ level: Int) -> [[Double]] { levels[level].map { $0.sums.map { gradients[$0] } } }

    func forward(_ index: Int, _ level: MatrixLevel) -> MatrixStep {
        let given = index == 0 && level.before.isEmpty
        let inputs = values(index, \.inputs)
        let formulas = levels[index].enumerated().map { sample, level in
            level.sums.indices.map { unit -> (formula: Formula, value: Double) in
                let products = zip(level.dense.weights[unit], inputs[sample]).map {
                    Formula.product([given ? .given($1) : .computed($1), .given($0)])
                }
                let bias = level.biases.map { [Formula.given($0[unit])] } ?? []
                return (.sum(products + bias), graph.values[level.sums[unit]])
            }
        }
        let isWhole =
            matrices.isWhole(formulas.count, level.inputs.count) && matrices.isWhole(level.sums.count, level.inputs.count)
        let worked = WorkedMatrix(formulas, in: graph, style, isWhole: isWhole)
        let extra = worked.extraDigits
        var numbers =
            matrices.tex(inputs, given ? .given : .computed, extraDigits: extra)
            + matrices.tex(transposed(level.dense.weights), .given, extraDigits: extra)
        if let biases = level.biases { numbers += " + \\mathbf{1} " + matrices.tex([biases], .given, extraDigits: extra) }
        let (z, input) = (sup("Z", index), input(index, level))
        let bias = level.biases == nil ? "" : " + \\mathbf{1} {\(sup("\\mathbf{b}", index))}^{\\top}"
        var lines = [
            "\(z) &= \(input) {\(sup("W", index))}^{\\top}\(bias)", "&= \(numbers)",
            "&\(worked.relation.tex) \(matrices.tex(worked.results))",
        ]
        var sentence = MatrixWords.said(words.batchForward, "\(index + 1)")
        if !level.before.isEmpty {
            let made = level.made(from: handedOn(to: index))
            lines.insert("\(input) &= \(made) = \(matrices.tex(inputs))", at: 0)
            sentence = MatrixWords.said(words.before, "\(index + 1)", listed(level.before)) + " " + sentence
        }
        if level.hasActivation {
            lines.append("\(sup("A", index)) &= \(level.sign)(\(z)) = \(matrices.tex(values(index, \.outputs)))")
        }
        return MatrixStep(set: Working.Step(sentence, lines), worked: Array(worked.entries.joined()))
    }

    func backward(_ index: Int, _ level: MatrixLevel) -> Working.Step {
        let delta = sup("\\Delta", index)
        let next = levels.indices.contains(index + 1) ? levels[index + 1].first : nil
        let between = next?.before ?? after
        let comesFromDense = next?.before.isEmpty == true
        let loss = "\\frac{\\partial \(lossTeX)}{\\partial \(sup(level.hasActivation ? "A" : "Z", index))}"
        let outer = comesFromDense ? "\\left(\(sup("\\Delta", index + 1)) \(sup("W", index + 1))\\right)" : loss
        // Softmax ties all sums of a row together: its slopes are a matrix for each sample.
        let formula =
            level.isSoftmax
            ? "\\frac{\\partial \(lossTeX)}{\\partial \(sup("Z", index))}"
            : level.activation.map { "\(outer) \\odot \($0.vectorSign)'(\(sup("Z", index)))" } ?? outer
        let values = deltas(index)
        let inputs = self.values(index, \.inputs)
        let columns = transposed(values)
        let products = columns.map { column in
            (inputs.first ?? []).indices.map { k in zip(column, inputs).map { $0 * $1[k] } }
        }
        let gradient = "{\(delta)}^{\\top}"
        let weights = matrices.tex(products.map { row in row.map { style.sum($0.reduce(0, +), of: $0) } })
        var lines = [
            "\(delta) &= \(formula) = \(matrices.tex(values))",
            "\\frac{\\partial \(lossTeX)}{\\partial \(sup("W", index))} &= \(gradient) \(input(index, level)) = \(weights)",
        ]
        switch level.dense.bias {
        case .perUnit:
            let sums = matrices.tex(columns.map { [style.sum($0.reduce(0, +), of: $0)] })
            lines.append(
                "\\frac{\\partial \(lossTeX)}{\\partial \(sup("\\mathbf{b}", index))} &= \(gradient) \\mathbf{1} = \(sums)")
        case .shared:
            let terms = values.flatMap(\.self)
            let sum = style.sum(terms.reduce(0, +), of: terms)
            lines.append(
                "\\frac{\\partial \(lossTeX)}{\\partial \(sup("b", index))} &= \\mathbf{1}^{\\top} \(delta) \\mathbf{1} = \(sum.tex)"
            )
        case .none: break
        }
        return Working.Step(sentence(index, between, comesFromDense), lines)
    }

    private func sentence(_ index: Int, _ between: [String], _ comesFromDense: Bool) -> String {
        if comesFromDense {
            return MatrixWords.said(words.batchBack, "\(index + 1)", "\(index + 2)")
        }
        return between.isEmpty
            ? words.batchAtLast : MatrixWords.said(words.through, "\(index + 1)", listed(between))
    }

    private func transposed(_ rows: [[Double]]) -> [[Double]] {
        (rows.first ?? []).indices.map { column in rows.map { $0[column] } }
    }
}
