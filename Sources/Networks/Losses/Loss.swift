/// How wrong an output is, as one number. The loss of a data set is the mean of its samples' losses, or their sum after
/// `summedOverSamples()`; within a sample the reduction is part of each definition below. A lesson defines its own with `init(name:value:gradient:)`.
public struct Loss: Sendable {
    /// What pages call it.
    public let name: String
    /// The loss of one sample.
    public let value: @Sendable (_ output: [Double], _ target: [Double]) -> Double
    /// ∂loss/∂output of one sample.
    public let gradient: @Sendable (_ output: [Double], _ target: [Double]) -> [Double]

    /// What Lectern's own losses compute; nil for a lesson's, which is never taken for one of them, whatever its name.
    public let form: Form?

    /// The type that computes a further loss of Lectern's own; nil for those with a form and for a lesson's.
    package internal(set) var formula: (any LossFormula)?
    /// What becomes of the losses of several samples.
    public internal(set) var overSamples = Form.Reduction.mean
    /// Whether a lesson defined the loss.
    package var isOwn: Bool { form == nil && formula == nil }

    /// The formula of a lesson's own loss as derivations take it; nil when it wasn't given.
    package var scalarForm: (any Sendable)?

    /// δ of a Huber loss.
    public var delta: Double? { form?.delta }
    /// The target is one number, the class counted from 0, instead of one number for each output.
    public var takesClass: Bool { form?.takesClass ?? formula?.takesClass ?? false }

    /// How many numbers a target has for so many outputs.
    func targets(for outputs: Int) -> Int { formula?.targets(for: outputs) ?? (takesClass ? 1 : outputs) }

    /// A loss of the lesson's own: its value for one sample and its gradient by the outputs, each from outputs and targets.
    /// Derivations use difference quotients for it; give `unrolled` for a formula.
    public init(
        name: String, value: @escaping @Sendable (_ output: [Double], _ target: [Double]) -> Double,
        gradient: @escaping @Sendable (_ output: [Double], _ target: [Double]) -> [Double]
    ) {
        self.name = name
        self.value = value
        self.gradient = gradient
        form = nil
    }

    init(
        _ form: Form, value: @escaping @Sendable (_ output: [Double], _ target: [Double]) -> Double,
        gradient: @escaping @Sendable (_ output: [Double], _ target: [Double]) -> [Double]
    ) {
        name = form.name
        self.value = value
        self.gradient = gradient
        self.form = form
    }

    /// E = Σ_j ½ (t_j − o_j)²: a sum over the outputs.
    ///
    /// - Example: `Loss.halfSquaredError`
    public static let halfSquaredError = Loss(Form(.halfSquaredError)) { output, target in
        zip(output, target).reduce(0) { $0 + 0.5 * ($1.1 - $1.0) * ($1.1 - $1.0) }
    } gradient: { output, target in
        zip(output, target).map { $0 - $1 }
    }

    /// (1/n) Σ_j (t_j − o_j)²: a mean over the n outputs.
    ///
    /// - SeeAlso: Keras `losses.MeanSquaredError`, `mse`, PyTorch `nn.MSELoss`, `mse_loss`
    /// - Example: `Loss.meanSquaredError`
    public static let meanSquaredError = Loss(Form(.meanSquaredError)) { output, target in
        zip(output, target).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) } / Double(output.count)
    } gradient: { output, target in
        zip(output, target).map { 2 * ($0 - $1) / Double(output.count) }
    }

    /// −(1/n) Σ_j [t_j ln o_j + (1 − t_j) ln(1 − o_j)]: a mean over the n outputs; 0 · ln 0 counts as 0. The gradient
    /// (o − t) / (o (1 − o)) / n is 0 where o is t between 0 and 1, and that of the one logarithm that is left where both are 0 or 1:
    /// 1/n or −1/n. PyTorch, which keeps o (1 − o) away from 0, and Keras, which keeps o away from 0 and 1, give 0 there.
    ///
    /// - SeeAlso: Keras `losses.BinaryCrossentropy`, PyTorch `nn.BCELoss`, scikit-learn `log_loss`, PyTorch `bce`
    /// - Example: `Loss.binaryCrossEntropy`
    public static let binaryCrossEntropy = Loss(Form(.binaryCrossEntropy)) { output, target in
        let sum = zip(output, target).reduce(0) { sum, pair in
            sum + ((pair.1 == 0 ? 0 : -pair.1 * log(pair.0)) - (pair.1 == 1 ? 0 : (1 - pair.1) * log(1 - pair.0)))
        }
        return sum / Double(output.count)
    } gradient: { output, target in
        zip(output, target).map { o, t in
            guard o == t else { return (o - t) / (o * (1 - o)) / Double(output.count) }
            return (o == 0 ? 1 : o == 1 ? -1 : 0) / Double(output.count)
        }
    }

    /// −Σ_j t_j ln o_j: a sum over the classes; 0 · ln 0 counts as 0.
    ///
    /// - SeeAlso: Keras `losses.CategoricalCrossentropy`, PyTorch `nn.NLLLoss`
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [1.0, 0.0, 0.0])` `Loss.categoricalCrossEntropy`
    public static let categoricalCrossEntropy = Loss(Form(.categoricalCrossEntropy)) { output, target in
        zip(output, target).reduce(0) { $0 - ($1.1 == 0 ? 0 : $1.1 * log($1.0)) }
    } gradient: { output, target in
        zip(output, target).map { $1 == 0 ? 0 : -$1 / $0 }
    }
}
