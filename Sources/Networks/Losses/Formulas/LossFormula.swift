/// A loss of Lectern's own as one type: its name, its value and its slopes. Derivations add its formula in scalars.
package protocol LossFormula: Sendable {
    var name: String { get }
    func value(_ output: [Double], _ target: [Double]) -> Double
    /// ∂loss/∂output
    func gradient(_ output: [Double], _ target: [Double]) -> [Double]
    /// How many numbers a target has for so many outputs.
    func targets(for outputs: Int) -> Int
    /// The target is one number, the class counted from 0.
    var takesClass: Bool { get }
    /// The answers it has a value for; nil where these are all numbers.
    var answers: AnswerRange? { get }
    /// All outputs of a sample are the classes, or the components, of one thing.
    var takesOutputsTogether: Bool { get }
}

extension LossFormula {
    package func targets(for outputs: Int) -> Int { takesClass ? 1 : outputs }
    package var takesClass: Bool { false }
    package var answers: AnswerRange? { nil }
    package var takesOutputsTogether: Bool { false }
}

/// A loss that is a sum or a mean of one part for each output.
package protocol OutputwiseLoss: LossFormula {
    var reduction: Loss.Form.Reduction { get set }
    /// The name of the loss when its parts are reduced as usual.
    var ownName: String { get }
    static var usualReduction: Loss.Form.Reduction { get }
    /// What output `o` adds where the target is `t`.
    func part(_ o: Double, _ t: Double) -> Double
    func slope(_ o: Double, _ t: Double) -> Double
}

extension OutputwiseLoss {
    package static var usualReduction: Loss.Form.Reduction { .mean }

    package var name: String { reduction == Self.usualReduction ? ownName : "\(ownName), \(reduction.words)" }

    package func value(_ output: [Double], _ target: [Double]) -> Double {
        let sum = zip(output, target).reduce(0) { $0 + part($1.0, $1.1) }
        return reduction == .mean ? sum / Double(output.count) : sum
    }

    package func gradient(_ output: [Double], _ target: [Double]) -> [Double] {
        let count = reduction == .mean ? Double(output.count) : 1
        return zip(output, target).map { slope($0, $1) / count }
    }
}

extension Loss.Form.Reduction {
    /// What becomes of the parts of several outputs, in words.
    var words: String { self == .sum ? "summed over outputs" : "averaged over outputs" }
}

extension Loss {
    init(_ formula: some LossFormula) {
        self.init(name: formula.name) {
            formula.value($0, $1)
        } gradient: {
            formula.gradient($0, $1)
        }
        self.formula = formula
    }
}

/// A loss of one number for each class towards the class itself, counted from 0.
package struct ClassLoss: LossFormula {
    package let base: any LossFormula
    package var name: String { "sparse" + base.name.prefix(1).uppercased() + base.name.dropFirst() }
    package var takesClass: Bool { true }
    package var takesOutputsTogether: Bool { true }
    package var answers: AnswerRange? { base.answers }

    private func wide(_ target: [Double], of count: Int) -> [Double] {
        target.first.flatMap { Loss.oneHot($0, of: count) } ?? []
    }

    package func value(_ output: [Double], _ target: [Double]) -> Double {
        base.value(output, wide(target, of: output.count))
    }

    package func gradient(_ output: [Double], _ target: [Double]) -> [Double] {
        base.gradient(output, wide(target, of: output.count))
    }
}

/// A loss towards targets softened to t (1 − α) + α / K, and to t (1 − α) + ½ α for a single output.
package struct SmoothedLoss: LossFormula {
    package let base: any LossFormula
    package let amount: Double
    package var name: String { "\(base.name), labels smoothed by \(amount)" }
    package var takesClass: Bool { base.takesClass }
    package var takesOutputsTogether: Bool { base.takesOutputsTogether || base is CategoricalFocalLoss }
    package var answers: AnswerRange? { base.answers }
    package func targets(for outputs: Int) -> Int { base.targets(for: outputs) }

    package func value(_ output: [Double], _ target: [Double]) -> Double {
        base.value(output, softened(target, output.count))
    }

    package func gradient(_ output: [Double], _ target: [Double]) -> [Double] {
        base.gradient(output, softened(target, output.count))
    }

    private func softened(_ target: [Double], _ count: Int) -> [Double] {
        takesClass ? target : Loss.softened(target, by: amount, of: count)
    }
}
