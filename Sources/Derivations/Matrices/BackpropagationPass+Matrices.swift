import Exhibits
import Networks

extension BackpropagationPass {
    /// Forward and backward pass in matrices, level by level, vectors as columns:
    /// z = W a + b, a = f(z), δ = (Wᵀ δ of the next level) ⊙ f′(z), ∂L/∂W = δ aᵀ, ∂L/∂b = δ.
    ///
    /// The numbers are those of the scalar graph: δ_j is ∂L/∂z_j of its derivations. Networks of dense layers and
    /// activations only; other layers are left out.
    public var matrixForm: Working { matrixForm(in: .current) }

    /// The same in a given style.
    public func matrixForm(in page: PageStyle) -> Working {
        let unrolling = network.unrolled(input, toward: target, minimizing: lossFunction)
        let writer = MatrixFormWriter(self, unrolling, style: MathStyle(page))
        let levels = writer.levels
        let steps = levels.map(writer.forward) + levels.indices.reversed().map(writer.backward)
        return Working(
            subject: "\\nabla \(writer.lossTeX)", title: "Forward and backward pass in matrices", steps: steps,
            folds: true)
    }
}

/// Writes a pass with matrices instead of single numbers.
struct MatrixFormWriter {
    /// A dense layer with the activation after it.
    struct Level {
        var layer: Int
        var number: Int
        var dense: Dense
        /// Nodes of what goes in, of the sums and of what comes out.
        var inputs: [Int]
        var sums: [Int]
        var outputs: [Int]
        /// The elementwise activation, or `nil` for none or softmax.
        var activation: ScalarFunction?
        var isSoftmax: Bool
    }

    let graph: ScalarGraph
    let gradients: [Double]
    let style: MathStyle
    let matrices: MatrixTeX
    let levels: [Level]

    init(_ pass: BackpropagationPass, _ unrolling: Unrolling, style: MathStyle) {
        graph = unrolling.graph
        gradients = graph.gradients()
        self.style = style
        matrices = MatrixTeX(style: style)
        levels = Self.levels(of: pass.network, unrolling.activations)
    }

    /// The dense layers with the activations after them, with the nodes of one sample.
    static func levels(of network: Network, _ activations: [[Int]]) -> [Level] {
        var found: [Level] = []
        for (index, layer) in network.layers.enumerated() {
            let (before, after) = (activations[index], activations[index + 1])
            if let dense = layer as? Dense {
                found.append(
                    Level(
                        layer: index, number: found.count + 1, dense: dense, inputs: before, sums: after, outputs: after,
                        activation: nil, isSoftmax: false))
            } else if let last = found.last, last.outputs == before, last.outputs == last.sums {
                found[found.count - 1].outputs = after
                found[found.count - 1].activation = (layer as? any KnownActivation)?.function
                found[found.count - 1].isSoftmax = layer is Softmax
            }
        }
        return found
    }

    var lossTeX: String { graph.symbol(of: graph.root).map(style.tex) ?? "L" }

    private func sup(_ letter: String, _ level: Int) -> String { "\(letter)^{(\(level))}" }
    private func values(_ nodes: [Int]) -> [Double] { nodes.map { graph.values[$0] } }
    private func slopes(_ nodes: [Int]) -> [Double] { nodes.map { gradients[$0] } }
    private func input(of level: Level) -> String { level.number == 1 ? "\\mathbf{x}" : sup("\\mathbf{a}", level.number - 1) }

    func forward(_ level: Level) -> Working.Step {
        let n = level.number
        let (z, a, w, b) = (sup("\\mathbf{z}", n), sup("\\mathbf{a}", n), sup("W", n), sup("\\mathbf{b}", n))
        let biases: [Double]? =
            switch level.dense.bias {
            case .none: nil
            case .shared(let value): level.sums.map { _ in value }
            case .perUnit(let values): values
            }
        let given = level.number == 1
        var numbers = matrices.tex(level.dense.weights, given: true) + matrices.column(values(level.inputs), given: given)
        if let biases { numbers += " + " + matrices.column(biases, given: true) }
        var lines = [
            "\(named(z, level.sums)) &= \(w) \(input(of: level))" + (biases == nil ? "" : " + \(b)"),
            "&= \(numbers) = \(matrices.column(values(level.sums)))",
        ]
        if level.outputs != level.sums {
            lines.append("\(a) &= \(name(of: level))(\(z)) = \(matrices.column(values(level.outputs)))")
        }
        return Working.Step("Forward through layer \(n): all weighted sums at once, then the activation of each.", lines)
    }

    func backward(_ index: Int) -> Working.Step {
        let level = levels[index]
        let n = level.number
        let delta = sup("\\boldsymbol{\\delta}", n)
        let values = slopes(level.sums)
        var lines: [String]
        var sentence: String
        let slope = level.activation.map { "\($0.vectorSign)'(\(sup("\\mathbf{z}", n)))" }
        if index + 1 < levels.count, levels[index + 1].inputs == level.outputs {
            let next = levels[index + 1]
            sentence =
                "Back to layer \(n): the next layer's deltas return through its weights, times the slope of the activation."
            let product = "{\(sup("W", n + 1))}^{\\mathsf T} \(sup("\\boldsymbol{\\delta}", n + 1))"
            lines = [
                slope.map { "\(delta) &= \\left(\(product)\\right) \\odot \($0)" } ?? "\(delta) &= \(product)"
            ]
            let transposed = next.dense.weights.first.map { row in
                row.indices.map { column in next.dense.weights.map { $0[column] } }
            }
            let left = matrices.tex(transposed ?? [], given: true) + matrices.column(slopes(next.sums))
            lines.append(
                "&= "
                    + (level.activation == nil
                        ? left : "\\left(\(left)\\right) \\odot \(matrices.column(activationSlopes(level)))"))
            lines.append("&= \(matrices.column(values))")
        } else {
            sentence = "At the last layer: the slope of the loss, times the slope of the activation."
            let outer = "\\frac{\\partial \(lossTeX)}{\\partial \(sup("\\mathbf{a}", n))}"
            if let slope {
                lines = [
                    "\(delta) &= \(outer) \\odot \(slope)",
                    "&= \(matrices.column(slopes(level.outputs))) \\odot \(matrices.column(activationSlopes(level)))"
                        + " = \(matrices.column(values))",
                ]
            } else {
                let formula = level.isSoftmax ? "J_{\\mathrm{softmax}}^{\\mathsf T} \(outer)" : outer
                lines = ["\(delta) &= \(formula) = \(matrices.column(values))"]
            }
        }
        lines += gradientLines(level, delta: delta, values: values)
        if case .shared = level.dense.bias { sentence += " The shared bias collects all deltas." }
        return Working.Step(sentence, lines)
    }

    private func gradientLines(_ level: Level, delta: String, values: [Double]) -> [String] {
        let n = level.number
        let inputs = self.values(level.inputs)
        let product = values.map { d in inputs.map { d * $0 } }
        var lines = [
            "\\frac{\\partial \(lossTeX)}{\\partial \(sup("W", n))} &= \(delta) \\left(\(input(of: level))\\right)^{\\mathsf T}"
                + " = \(matrices.tex(product))"
        ]
        switch level.dense.bias {
        case .none: break
        case .shared:
            let sum = values.reduce(0, +)
            lines.append(
                "\\frac{\\partial \(lossTeX)}{\\partial b^{(\(n))}} &= \\textstyle\\sum_j \\delta_j^{(\(n))} = \(style.sum(sum, of: values))"
            )
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

    private func activationSlopes(_ level: Level) -> [Double] {
        guard let function = level.activation else { return [] }
        return zip(values(level.sums), values(level.outputs)).map { function.derivative(at: $0, value: $1) }
    }

    private func name(of level: Level) -> String {
        level.activation?.vectorSign ?? (level.isSoftmax ? "\\mathrm{softmax}" : "f")
    }
}

extension ScalarFunction {
    /// How the function is written when it is applied to a whole vector.
    var vectorSign: String { self == .identity ? "\\mathrm{id}" : tex }
}
